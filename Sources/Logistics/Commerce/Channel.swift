/// Where an order is placed. The stock and the promise are the same on every channel.
public enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
  case web, app, marketplace, phone, store
}
