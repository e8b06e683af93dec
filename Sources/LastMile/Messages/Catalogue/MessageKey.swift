/// The name of a sentence of the catalogue.
enum MessageKey: String, Hashable, CaseIterable {
  case arrives, arrivesWithin, pickup, pickupWithin, probability
  case lockerPickup, lockerPickupFrom, lockerUntil, delayedLocker, dayUnknownLocker, readyInLocker, tooLargeForLocker, lockerFull
  case afterCutOff, outsideHours, waits, siteClosed, siteHoliday, siteNamedHoliday, prepared, preparedWithin, preparedAtOnce
  case missedDeparture, transportRests, transportHoliday, transportNamedHoliday, noCollection, departs, underWay, sameDay
  case noDelivery, deliveryHoursOver, collectable, deliveredOn
  case productUnknown, noPickup, noPickupThere, notServed, fewLeft, noneLeft, fewAllowed, noneAllowed, tooManyParcels, cannotShip
  case tooLarge, alreadyConfirmed, outrun, quoteEnded, quoteInvalid, quoteWithdrawn
  case confirmed, delayed, delayedPickup, sorryForDelay, notDelivered, refund, refundOf, cancelled, readyForPickup, onItsWay
  case delivered, dayUnknown, dayUnknownPickup, tellDay, mayWithdraw
  case notFound, damaged, shut, shutUntil, vehicleBrokeDown, carrierLate, transportLate, heldUp, siteBehind
  case partOfOrder
}
