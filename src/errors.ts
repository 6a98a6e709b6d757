/** Every way in which a run can fail that the person running it can mend. One code, one meaning, for scripts to rely on. */
export type ErrorCode =
	| 'AWS_REFUSED'
	| 'AWS_CREDENTIALS'
	| 'ANSWERS_MISSING'
	| 'ANSWERS_INVALID'
	| 'SETUP_CONFLICT'
	| 'SETUP_UNKNOWN'
	| 'SETUP_ELSEWHERE'
	| 'SETUP_CHANGED'
	| 'PROOF_FAILED'
	| 'POLICY_INVALID'
	| 'CERTIFICATE_EXPECTED'
	| 'CERTIFICATE_UNREADABLE'
	| 'CERTIFICATE_COUNT'
	| 'CRL_EXPECTED'
	| 'CRL_UNREADABLE'
	| 'KEY_EXPECTED'
	| 'KEY_UNREADABLE'
	| 'KEY_COUNT'
	| 'KEY_ENCRYPTION_UNSUPPORTED'
	| 'KEY_MISMATCH'
	| 'PASSPHRASE_WRONG'
	| 'FILE_EMPTY'
	| 'FILE_ENCODING'
	| 'USAGE'
	| 'CONFIRMATION_NEEDED'
	| 'INTERRUPTED'
	| 'FILE_MISSING'
	| 'BUNDLE_UNREADABLE'
	| 'FILE_EXISTS'
	| 'FILE_CHANGED'
	| 'FILE_UNREADABLE'
	| 'FILE_UNWRITABLE'
	| 'FILE_LOCKED'
	| 'DISK_FULL'
	| 'UNQUOTABLE_ARGUMENT'
	| 'CONFIG_FILE_BROKEN'
	| 'CONFIG_SETTING_INVALID'
	| 'CLI_PROFILE_NAME'
	| 'CLI_PROFILE_CONFLICT'
	| 'CLI_PROFILE_IN_USE'
	| 'CLI_PROFILE_CHANGED'
	| 'CLI_PROFILE_UNKNOWN'
	| 'HELPER_MISSING'
	| 'ARN_INVALID'
	| 'HOME_MISSING'
	| 'KEY_UNSUPPORTED'
	| 'CHAIN_TOO_LONG'
	| 'CERTIFICATE_NOT_VALID_NOW'
	| 'ENDPOINT_UNREACHABLE'
	| 'ENDPOINT_UNTRUSTED'
	| 'ANSWER_UNREADABLE'
	| 'SESSION_REFUSED'
	| 'SESSION_UNAVAILABLE'
	| 'ALGORITHM_UNSUPPORTED'
	| 'SUBJECT_INVALID'
	| 'ALTERNATIVE_NAME_INVALID'
	| 'VALIDITY_INVALID'
	| 'RULE_BROKEN'
	| 'RULE_UNKNOWN'
	| 'MESSAGE_UNKNOWN'
	| 'PATH_LENGTH_INVALID'
	| 'NAME_UNSAFE'
	| 'ISSUER_MISSING'
	| 'ISSUER_EXISTS'
	| 'PASSPHRASE_NEEDED'
	| 'PASSPHRASE_EMPTY'
	| 'CSR_UNREADABLE'
	| 'CSR_SIGNATURE_WRONG'
	| 'HOSTS_FILE_INVALID'
	| 'FILE_UNRECOGNISED'
	| 'PORT_IN_USE'
	| 'PORT_DENIED'
	| 'REHEARSAL_RUNNING'
	| 'REHEARSAL_MISMATCH'
	| 'REHEARSAL_STATE_UNREADABLE'
	| 'COMMAND_MISSING';

/**
 * A failure that the person running the command can do something about.
 *
 * Every other error that reaches `main.ts` is our bug, and is shown as one.
 */
export class ExpectedError extends Error {
	override readonly name = 'ExpectedError';
	readonly code: ErrorCode;
	/** What to type or change next, most useful first; never empty. */
	readonly next: readonly [string, ...string[]];

	constructor(
		code: ErrorCode,
		message: string,
		{next, cause}: {readonly next: readonly [string, ...string[]]; readonly cause?: unknown},
	) {
		super(message, cause === undefined ? undefined : {cause});
		this.code = code;
		this.next = next;
	}
}
