import {HOST, type OpenWorld} from './open-world.ts';

/** Where the official helper lies in a world, below the home. */
export const HELPER = 'opt/aws_signing_helper';

/**
 * Has the official helper in the place of our own program: a script that takes its words, reads files as strictly, says what
 * it says when it cannot, and gets its credentials from our program.
 */
export function runOfficialHelper(world: OpenWorld, {version = '1.8.5', knows = true} = {}): void {
	world.write(HELPER, officialHelper(world, {version, knows}), 0o755);
	world.config(
		/^credential_process = .* credentials /m,
		`credential_process = ${world.path(HELPER)} credential-process `,
	);
}

/** Has another program run for credentials, with no words of its own. */
export function runOther(
	world: OpenWorld,
	content: string | Uint8Array,
	{name = 'opt/helper', mode = 0o755} = {},
): void {
	world.write(name, content, mode);
	world.config(/^credential_process = .*$/m, `credential_process = ${world.path(name)}`);
}

/** Has the official helper be these bytes; the words after it stay. */
export function replaceHelper(world: OpenWorld, content: string | Uint8Array, mode = 0o755): void {
	runOfficialHelper(world);
	world.write('opt/aws_signing_helper.good', world.read(HELPER), 0o755);
	world.write(HELPER, content, mode);
}

/** The line of the config file that names our program, its entry and `credentials`. */
export function startOf(world: OpenWorld): string {
	return /^credential_process = (.*?) credentials /m.exec(world.read(HOST.config))?.[1] ?? '';
}

function officialHelper(
	world: OpenWorld,
	{version, knows}: {readonly version: string; readonly knows: boolean},
): string {
	const unknown = knows ? '' : '\t\t--role-session-name) fail "Error: unknown flag: $1";;\n';
	return `#!/bin/sh
if [ "$1" = version ]; then echo ${version}; exit 0; fi
fail() { echo "$1" >&2; exit 1; }
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') $1" >&2; exit 1; }
[ "$1" = credential-process ] || fail 'Error: unknown command'
shift
certificate= key= chain= before= count=$#
while [ "$count" -gt 0 ]; do
	case "$1" in
		--pkcs8-password) shift 2; count=$((count - 2));;
		*) set -- "$@" "$1"; shift; count=$((count - 1));;
	esac
done
for word in "$@"; do
	case "$word" in
${unknown}	esac
	case "$before" in
		--certificate) certificate=$word;;
		--private-key) key=$word;;
		--intermediates) chain=$word;;
	esac
	before=$word
done
[ -n "$certificate$key" ] || log 'unable to use cert store signer on linux'
grep -q '^-----BEGIN CERTIFICATE-----' "$certificate" || log 'could not parse PEM data'
grep -Eq '^-----BEGIN (EC |RSA |)PRIVATE KEY-----' "$key" || log 'unable to parse private key'
! grep -q 'Proc-Type' "$key" || log 'unable to parse private key'
! grep -q 'PRIVATE KEY' \${chain:-/dev/null} || log 'invalid certificate chain'
sed '/^-----END CERTIFICATE-----/q' "$certificate" > "$0.presented"
exec ${startOf(world)} credentials --no-cache "$@" --certificate "$0.presented"
`;
}
