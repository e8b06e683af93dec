/// Something a stop needs and a vehicle with its driver has: a cold box, a lift, a licence, two people.
public enum SkillSubject {}

/// The name of a skill. A vehicle may serve a stop if it has every skill the stop needs.
public typealias Skill = ID<SkillSubject>
