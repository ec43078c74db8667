/**
 * Public API: `check` a file, `audit` a catalogue, write rules of one's own with `defineRule`, type a
 * configuration with `defineConfig`. See docs/library.md and docs/config.md.
 */
export { RULES } from '../rules/index.ts'
export type { Origin, Policy } from './audit.ts'
export {
  CatalogueError,
  type CatalogueSource,
  type Claims,
  fileCatalogue,
  readCatalogue,
  type Selection,
  select,
} from './catalogue/index.ts'
export { type Checked, type CheckOptions, check, type DescribedFinding } from './check.ts'
export { type AgencyConfig, type Config, defineConfig, type HostConfig, type RulesConfig } from './config.ts'
export type * from './core/artifacts.ts'
export type * from './core/badge.ts'
export type * from './core/catalogue.ts'
export type * from './core/deviation.ts'
export type * from './core/finding.ts'
export type * from './core/ledger.ts'
export type { Data, Language, Localised } from './core/localised.ts'
export {
  type AnyRule,
  type DatasetRule,
  type DatasetSubject,
  defineDatasetRule,
  defineRule,
  type Message,
  type Problem,
  type ResourceRule,
  type Severity,
  type Subject,
  Undecidable,
} from './core/rule.ts'
export { createFetcher, type FetcherOptions, fetchLocal } from './fetch/index.ts'
export { audit, type LibraryAuditOptions as AuditOptions } from './library-audit.ts'
export { loadProfile, type Profile, ProfileError } from './score/index.ts'
