import {type Found, isError} from './found.ts';

/** Rules of which a breach makes others be broken too. */
interface Explains {
	readonly causes: readonly string[];
	readonly consequences: readonly string[];
}

/** What a command lacks, or has too much, when its line was not read as it was meant. */
const LOST_WORDS = [
	'order-arns-named',
	'order-certificate-named',
	'order-private-key-named',
	'order-arn-kinds',
	'order-duration',
	'order-endpoint',
	'order-region',
	'order-session-name',
	'program-flags',
	'program-flag-values',
	'program-loose-words',
	'program-verb',
];

/** What may be missing of a request when a word of the command went astray. */
const LOST_FILES = [
	'path-issuer-present',
	'set-issuer-present',
	'set-key-certified',
	'session-parameters',
	'session-signature',
];

const EXPLAINS: readonly Explains[] = [
	{
		causes: ['config-one-line', 'config-trailing-note', 'config-same-command', 'config-blanks-quoted'],
		consequences: [...LOST_WORDS, ...LOST_FILES, 'program-there', 'file-there'],
	},
	{
		causes: ['config-process-place', 'config-one-source'],
		consequences: [...LOST_WORDS, 'session-parameters', 'program-there'],
	},
	{
		causes: ['config-trailing-note', 'config-one-line', 'config-blanks-quoted', 'config-absolute-paths'],
		consequences: ['config-same-command'],
	},
	{
		causes: ['config-absolute-paths', 'config-same-command', 'config-blanks-quoted'],
		consequences: ['file-there', 'program-there'],
	},
	{
		causes: [
			'config-byte-order-mark',
			'config-credentials-header',
			'config-lowercase-keys',
			'config-no-duplicates',
			'config-one-section',
			'config-profile-header',
			'config-profile-name',
			'config-readable-lines',
			'host-config-readable',
			'host-config-text',
			'config-location',
		],
		consequences: ['config-profile-found', 'config-process-present', 'config-region', 'config-process-place'],
	},
	{causes: ['config-readable-lines', 'config-no-duplicates'], consequences: [...LOST_WORDS, 'config-one-line']},
	{causes: ['host-home'], consequences: ['config-profile-found', 'config-location']},
	{
		causes: ['program-flags', 'program-loose-words', 'program-flag-values'],
		consequences: [...LOST_FILES, 'order-arns-named', 'order-certificate-named', 'order-private-key-named'],
	},
	// Who issued whom, and whose key it is, is told by the files, along the path, and by the answer to expect.
	{causes: ['set-key-certified'], consequences: ['session-signature', 'set-certificate-keyed', 'set-one-key']},
	{
		causes: ['network-clock'],
		consequences: ['session-signature', 'ends-soon', 'path-validity', 'path-end-entity-validity'],
	},
	{causes: ['ee-valid-now'], consequences: ['path-end-entity-validity', 'ends-soon', 'ee-lifetime']},
	{causes: ['issuer-valid-now', 'anchor-valid-now'], consequences: ['path-validity', 'ends-soon', 'set-within-issuer']},
	{
		causes: ['set-issuer-signed', 'set-issuer-name', 'set-end-entity-first'],
		consequences: [
			'path-issuer-present',
			'path-signature',
			'path-key-identifier',
			'set-one-name-one-key',
			'set-issuer-present',
		],
	},
	{
		causes: ['path-issuer-present', 'path-signature', 'path-key-identifier'],
		consequences: ['set-issuer-present', 'set-superfluous', 'set-one-name-one-key', 'set-within-issuer'],
	},
	{
		causes: ['set-end-entity-first', 'ee-basic-constraints'],
		consequences: ['set-order', 'set-key-certified', 'set-client-no-authority', 'session-signature'],
	},
	{
		causes: ['ee-version-3'],
		consequences: ['ee-digital-signature', 'ee-basic-constraints', 'ee-extended-key-usage', 'authority-key-identifier'],
	},
	{causes: ['set-path-length'], consequences: ['path-length']},
	{causes: ['set-chain-length'], consequences: ['session-chain-length', 'path-depth']},
	{causes: ['issuer-basic-constraints'], consequences: ['path-ca', 'path-length']},
	{causes: ['issuer-key-cert-sign'], consequences: ['path-key-cert-sign']},
	{
		causes: ['issuer-signature-algorithm', 'ee-signature-algorithm'],
		consequences: ['path-signature-algorithm', 'signature-algorithms-agree'],
	},
	{
		causes: ['order-arn-kinds', 'order-arns-named', 'order-duration', 'order-session-name'],
		consequences: ['session-parameters', 'session-duration', 'session-role-session-name'],
	},
	{
		causes: ['order-arn-kinds', 'order-one-region', 'order-one-account', 'order-region', 'order-region-served'],
		consequences: [
			'session-trust-anchor-found',
			'session-profile-found',
			'session-role-found',
			'session-role-in-profile',
			'session-signature',
			'account-same-account',
			'account-trust-anchor-visible',
			'network-host-resolves',
			'host-region-served',
		],
	},
	{
		causes: ['order-endpoint'],
		consequences: ['network-endpoint', 'network-host-resolves', 'network-connects', 'network-service-answers'],
	},
	{causes: ['session-role-in-profile'], consequences: ['account-role-path', 'session-role-found']},
	{causes: ['session-profile-has-roles'], consequences: ['session-role-in-profile', 'account-role-path']},
	{causes: ['session-duration'], consequences: ['account-profile-duration']},
	{causes: ['session-role-trust'], consequences: ['account-last-use-granted', 'account-role-settled']},
	{
		causes: ['network-proxy-login', 'network-proxy-lets-through', 'network-proxy-address', 'network-tls-trusted'],
		consequences: ['network-service-answers', 'network-answer-comes', 'network-connects', 'network-host-resolves'],
	},
	{
		causes: ['network-host-resolves', 'network-connects'],
		consequences: ['network-answer-comes', 'network-service-answers'],
	},
	{
		causes: [
			'network-answer-comes',
			'network-authorities',
			'network-connects',
			'network-endpoint',
			'network-host-resolves',
			'network-proxy-lets-through',
			'network-proxy-login',
			'network-service-answers',
			'network-tls-speaks',
			'network-tls-trusted',
		],
		consequences: ['process-ends'],
	},
	{
		causes: [
			'program-there',
			'program-executable',
			'program-format',
			'program-architecture',
			'program-loader',
			'program-glibc',
		],
		consequences: ['process-starts'],
	},
	{
		causes: ['network-endpoint', 'network-authorities'],
		consequences: ['network-tls-trusted', 'network-tls-host', 'network-service-answers'],
	},
];

/** True when mending the one mends the other as well. */
export function explains(one: Found, other: Found): boolean {
	const [rule, made] = [one.finding.rule, other.finding.rule];
	return (
		EXPLAINS.some(({causes, consequences}) => causes.includes(rule) && consequences.includes(made)) ||
		(isError(one) && !isAboutRun(rule) && OF_RUN.has(made)) ||
		isTagThatLacks(one, other)
	);
}

/** Rules on what of a certificate cannot become a session tag. */
const ON_TAGS: ReadonlySet<string> = new Set([
	'ee-common-name-characters',
	'ee-tag-characters',
	'issuer-tag-characters',
]);

/** True when a trust policy asks for the very tag that the certificate cannot give. */
function isTagThatLacks({finding: {rule, at}}: Found, {finding: {rule: other, message}}: Found): boolean {
	const tag = at
		.replace(/^subject\./, 'x509Subject/')
		.replace(/^issuer\./, 'x509Issuer/')
		.replace(/^extensions\.subjectAlternativeName$/, 'x509SAN/');
	return (
		other === 'session-role-trust' &&
		ON_TAGS.has(rule) &&
		message.includes(`aws:PrincipalTag/${tag}`) &&
		message.includes('no such key')
	);
}

/** A credential process that fails does so for whatever else is wrong. */
const OF_RUN: ReadonlySet<string> = new Set(['process-succeeds', 'process-ends', 'process-starts']);

function isAboutRun(rule: string): boolean {
	return rule.startsWith('process-');
}
