/** The library: what other programs may build on. Importing it has no side effects and loads no terminal code. */
export {type CliProfileSettings, editCliProfile} from './config-file/cli-profile.ts';
export {type ErrorCode, ExpectedError} from './errors.ts';
export {createRehearsal, type Rehearsal, type RehearsalOptions} from './rehearsal/create-rehearsal.ts';
export {type PathResult, type ValidatePathInput, validatePath} from './rules/validate-path.ts';
export {fromRolesAnywhere, type RolesAnywhereCredentials, type RolesAnywhereOptions} from './session/provider.ts';
