import Logistics

/// A job that is being changed.
struct JobDraft {
  var id: ID<Job>
  var place: Int
  var delivery: Load
  var pickup: Load
  var service: TimeSpan
  var setup: TimeSpan
  var windows: [TimeWindow]
  var lateness: Lateness?
  var release: Instant?
  var skills: Set<Skill>
  var dropCost: Int?
  var announced: Announcement?

  init(_ job: Job) {
    id = job.id
    place = job.place
    delivery = job.delivery
    pickup = job.pickup
    service = job.service
    setup = job.setup
    windows = job.windows
    lateness = job.lateness
    release = job.release
    skills = job.skills
    dropCost = job.dropCost
    announced = job.announced
  }

  var job: Job {
    Job(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup, windows: windows,
      lateness: lateness, release: release, skills: skills, dropCost: dropCost, announced: announced)
  }
}

/// A vehicle type that is being changed.
struct VehicleDraft {
  var id: ID<VehicleType>
  var count: Int
  var end: Int
  var capacity: Load
  var shift: TimeWindow?
  var skills: Set<Skill>
  var maximumDistance: Distance?
  var maximumDuration: TimeSpan?
  var maximumStops: Int?
  var breaks: [Break]
  private let base: VehicleType

  init(_ vehicle: VehicleType) {
    id = vehicle.id
    count = vehicle.count
    end = vehicle.end
    capacity = vehicle.capacity
    shift = vehicle.shift
    skills = vehicle.skills
    maximumDistance = vehicle.maximumDistance
    maximumDuration = vehicle.maximumDuration
    maximumStops = vehicle.maximumStops
    breaks = vehicle.breaks
    base = vehicle
  }

  var vehicle: VehicleType {
    VehicleType(
      id: id, count: count, start: base.start, end: end, capacity: capacity, shift: shift, skills: skills,
      fixedCost: base.fixedCost, costPerMetre: base.costPerMetre, costPerSecond: base.costPerSecond,
      maximumDistance: maximumDistance, maximumDuration: maximumDuration, overtime: base.overtime, maximumStops: maximumStops,
      breaks: breaks, reload: base.reload, profile: base.profile)
  }
}
