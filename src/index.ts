/** The library: what other programs may build on. Importing it has no side effects and loads no terminal code. */
export {type CliProfileSettings, editCliProfile} from './config-file/cli-profile.ts';
export {type ErrorCode, ExpectedError} from './errors.ts';
export {lint} from './lint/lint.ts';
export type {LintedFile, LintedItem, LintedKind, LintResult} from './lint/lint-result.ts';
export {createRehearsal, type Rehearsal, type RehearsalOptions} from './rehearsal/create-rehearsal.ts';
export type {CertificateRole} from './rules/certificate-in-role.ts';
export type {Citation, Finding, Refusal, Severity} from './rules/finding.ts';
export {type PathResult, type ValidatePathInput, validatePath} from './rules/validate-path.ts';
export {fromRolesAnywhere, type RolesAnywhereCredentials, type RolesAnywhereOptions} from './session/provider.ts';
