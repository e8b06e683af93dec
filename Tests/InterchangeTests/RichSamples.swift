/// Small files of the families with more rules, sound, for tests to read and to damage.
enum RichSamples {
  /// Three vehicles of two depots, all different, with limits, lists of clients and reloads.
  static let fleet = """
    NAME : fleet
    TYPE : MDVRPTW
    DIMENSION : 5
    VEHICLES : 3
    EDGE_WEIGHT_TYPE : EUC_2D
    VEHICLES_MAX_DURATION : 50
    NODE_COORD_SECTION
    1 0 0
    2 10 0
    3 0 3
    4 4 3
    5 10 4
    DEMAND_SECTION
    1 0
    2 0
    3 1
    4 2
    5 3
    SERVICE_TIME_SECTION
    1 0
    2 0
    3 1
    4 1.5
    5 2
    TIME_WINDOW_SECTION
    1 0 100
    2 5 90
    3 0 100
    4 0 100
    5 10 60
    RELEASE_TIME_SECTION
    1 0
    2 0
    3 0
    4 7
    5 0
    CAPACITY_SECTION
    1 6
    2 4
    3 6
    VEHICLES_DEPOT_SECTION
    1 1
    2 2
    3 1
    VEHICLES_FIXED_COST_SECTION
    1 20
    2 30
    3 20
    VEHICLES_UNIT_DISTANCE_COST_SECTION
    1 1
    2 1.25
    3 1
    VEHICLES_ALLOWED_CLIENTS_SECTION
    1 3 4
    2 3 4 5
    3 3 4
    VEHICLES_MAX_RELOADS_SECTION
    1 0
    2 2
    3 0
    VEHICLES_RELOAD_DEPOT_SECTION
    1
    2 1 2
    3
    DEPOT_SECTION
    1
    2
    EOF

    """

  static let backhauls = """
    TYPE : VRPB
    DIMENSION : 4
    CAPACITY : 5
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 3 0
    3 3 4
    4 0 4
    LINEHAUL_SECTION
    1 0
    2 4
    3 0
    4 1
    BACKHAUL_SECTION
    1 0
    2 0
    3 5
    4 0
    DEPOT_SECTION
    1
    EOF

    """

  static let prizes = """
    TYPE : PCVRPTW
    DIMENSION : 3
    CAPACITY : 5
    EDGE_WEIGHT_TYPE : EUC_2D
    SERVICE_TIME : 2
    NODE_COORD_SECTION
    1 0 0
    2 3 0
    3 3 4
    DEMAND_SECTION
    1 0
    2 4
    3 1
    TIME_WINDOW_SECTION
    1 0 90
    2 0 40
    3 0 40
    PRIZE_SECTION
    1 0
    2 7.5
    3 0
    EOF

    """

  static let groups = """
    TYPE : GVRP
    DIMENSION : 5
    VEHICLES : 2
    CAPACITY : 5
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 3 0
    3 3 4
    4 0 4
    5 1 1
    DEMAND_SECTION
    1 0
    2 4
    3 1
    4 1
    5 1
    MUTUALLY_EXCLUSIVE_GROUP_SECTION
    1 2 4
    2 3
    3 5
    DEPOT_SECTION
    1
    EOF

    """

  static let pairs = """
    TYPE : PDPTW
    DIMENSION : 3
    VEHICLES : 2
    CAPACITY : 5
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 3 0
    3 3 4
    PICKUP_AND_DELIVERY_SECTION
    1 0 0 100 0 0 0
    2 4 5 20 1 0 3
    3 -4 0 90 2 2 0
    DEPOT_SECTION
    1
    -1
    EOF

    """

  static let liLim = """
    3 10 1
    0 40 50 0 0 1236 0 0 0
    1 45 68 -10 912 967 90 2 0
    2 45 70 10 825 870 90 0 1
    """

  static let depots = """
    2 2 3 2
    0 20
    40 0
     1 37 52 1  7 1 2 1 2
     2 49 49 2 12 1 2 1 2
     3 52 64 0 16 1 2 1 2
     4 20 20 0  0 0 0
     5 30 40 0  0 0 0
    """

  static let manyWindows = """
    4 3 2 1
    0 200
    0 40 50 0 0 0 0 0 300
    1 45 68 90 10 1 1 3 129 184 29 42 42 60
    2 45 70 90 30 1 1 1 30 103
    """

  static let vroom = """
    {"vehicles":[
      {"id":7,"start_index":0,"end_index":0,"capacity":[4],"skills":[14,1],"time_window":[100,900],"max_travel_time":500,
       "costs":{"fixed":30},"breaks":[{"id":2,"service":30,"time_windows":[[400,500]]},{"id":1,"time_windows":[[200,300]]}],
       "steps":[{"type":"start"},{"type":"job","id":1},{"type":"pickup","id":4},{"type":"delivery","id":4},{"type":"end"}]},
      {"id":9,"start_index":0,"capacity":[2],"speed_factor":0.5,"max_tasks":3,"costs":{"per_hour":7200}}],
     "jobs":[
      {"id":1,"location_index":1,"service":10,"setup":5,"delivery":[1],"skills":[1],"time_windows":[[150,200],[300,400]]},
      {"id":5,"location_index":2,"pickup":[1],"priority":10}],
     "shipments":[{"amount":[2],"priority":1,"pickup":{"id":4,"location_index":3,"service":7},"delivery":{"id":4,"location_index":1}}],
     "matrices":{"car":{"durations":[[0,20,30,40],[21,0,10,15],[31,11,0,12],[41,16,13,0]]}}}
    """

  static let vroomOnEarth = """
    {"vehicles":[{"id":1,"start":[2.35,48.71],"end":[2.35,48.71],"costs":{"per_hour":0,"per_km":500},"max_distance":90000}],
     "jobs":[{"id":3,"location":[1.98,48.70],"service":300},{"id":2,"location":[2.03,48.61]}]}
    """

  static let text = [fleet, backhauls, prizes, groups, pairs, liLim, depots, manyWindows]
  static let json = [vroom, vroomOnEarth]
}
