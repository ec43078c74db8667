export { type AnalyseOptions, analyse } from './analyse.ts'
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
export { bodyNamed, bodyNames, bodyOf, mappingOf, mappingWith } from './bodies.ts'
export { compare, type Snapshot, snapshot, trend } from './compare/index.ts'
export { bonus, compareDecimals, score } from './decimal.ts'
export {
  blocks,
  profilesUnder,
  profileUnder,
  profileWith,
  type RuleSettings,
  settingsUnder,
  standingOf,
} from './deviations.ts'
export { review } from './feedback/index.ts'
export { badgeOf, indicatorsOf, intersect } from './indicators.ts'
export type { Efforts, PlanOptions } from './plan/index.ts'
export { effortComplaints, effortsWith, planMending } from './plan/index.ts'
export { withPortal } from './portal.ts'
export type { AwardedBadge, Profile, Selector } from './profile.ts'
export {
  isProfileFile,
  loadProfile,
  ProfileError,
  profileComplaints,
  profileIds,
  rulesNamed,
} from './profile.ts'
export { rejudge, type Scopes } from './rejudge.ts'
export type { NewRule, RuleChanges } from './reweigh.ts'
export { complaintsAbout, faultsIn, type SchemaFault } from './schema.ts'
export type { ConfirmedApis, SummaryBuilder } from './summary.ts'
export { createSummary, summarise } from './summary.ts'
export { createWorklist, type WorklistOptions } from './worklist/index.ts'
export { writeLetters } from './worklist/letters.ts'
export { type Seen, seenIn, seenKey } from './worklist/seen.ts'
