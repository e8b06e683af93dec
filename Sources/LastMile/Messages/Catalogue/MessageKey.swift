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
  case returnUntil, guaranteeUntil, warrantyUntil, guaranteeWithoutEnd, returnBegins, guaranteeBegins, warrantyBegins
  case returnEnded, guaranteeEnded, warrantyEnded, noReturn, noGuarantee, noWarranty, boughtInShop, excludedGoods
  case returnUnknown, guaranteeUnknown, fromDelivery, fromLastDelivery, fromContract, fromDiscovery, fromReplacement
  case uninformed, paused, prolonged, shopRule, remedies, repairFirst, notCured, sellerPaysBack, customerPaysBack
  case unstatedBack, wayOutBack, standardWayOutBack, refundBy, waitsForGoods, waitsForProof, waitsForDetails, unsure
  case unsureAbout
  case returnRequested, returnUnannounced, returnAuthorised, returnRefused, refusedTooLate, refusedNoRight, refusedExcluded
  case refusedLimits, returnAppealed, returnReopened, returnWithdrawn, returnExpired, labelReady, fetchWithin, fetchBetween
  case handInAt, handIn, returnUnderWay, returnPickedUp, returnLost, lostOnWayBack, returnFound, returnReceived
  case returnReceivedAt, returnMatched, returnAccepted, returnRejected, notOfOrder, returnReinspected, repairStarted
  case repairFinished, repairFailed, sentBack, handedBack, notTaken, returnKept, findingOtherOrder, findingSerial
  case findingParts, findingUse, findingTransit, findingFault, findingNoFault, findingSeal, findingNote
  case grantedRefund, grantedCredit, grantedReplacement, grantedAdvance, grantedExchange, grantedOther, grantedRepair
  case grantedReduction, grantedReductionCredit, remedyDeclined, remedyReconsidered, paidBack, paidAsCredit, differenceOwed
  case replacementOrdered, differencePaid, differenceReturned, replacementDelivered, paymentFailed, replacementFailed
  case chargedMissing, chargedRejected, chargeReturned, nothingOpen, nextDecision, nextHandover, nextHandoverBy, nextArrival
  case nextInspection, nextRefund, nextRefundBy, nextReplacement, afterHandover, afterReceipt, afterInspection, nextRepair
  case nextOldGoods, nextWayBack, partDelivered, partCollected
  case partOfOrder
}
