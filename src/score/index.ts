export type {
  AwardInputs,
  AwardSettings,
  AwardsBuilder,
  Claim,
  Closing,
  Counts,
  DocumentVerdict,
  ValidateDocument,
  Votes,
} from './awards/index.ts'
export { createAwards, inputComplaints, traceDataset, votesMistake } from './awards/index.ts'
export { bodyOf, mappingOf } from './bodies.ts'
export { bonus, compareDecimals, score } from './decimal.ts'
export { badgeOf, indicatorsOf, intersect } from './indicators.ts'
export type { AwardedBadge, Profile, Selector } from './profile.ts'
export { loadProfile, ProfileError, profileComplaints, profileIds, rulesNamed } from './profile.ts'
export { complaintsAbout } from './schema.ts'
export type { ConfirmedApis, SummaryBuilder } from './summary.ts'
export { createSummary, summarise } from './summary.ts'
