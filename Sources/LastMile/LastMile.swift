// The face of LastMile: one import brings every room.
@_exported public import Dispatching
@_exported public import Forecasting
@_exported public import Inventory
@_exported public import Logistics
@_exported public import Promising
@_exported public import Returns
@_exported public import Routing
@_exported public import Sourcing
@_exported public import Travel
