/** One thing that the service says when it turns a CreateSession request down, and what to look at then. */
export interface KnownRefusal {
	/** Number of the fact sheet's rule. */
	readonly fact: string;
	/** Found anywhere in the message, in any case: the service varies capitals and trailing dots. */
	readonly pattern: RegExp;
	/** What to check or type, most likely cause first. */
	readonly next: readonly [string, ...string[]];
}

/** What the service answers, most specific first (fact sheet, section 6.1). */
export const KNOWN_REFUSALS: readonly KnownRefusal[] = [
	{
		fact: 'ERR-01',
		pattern: /untrusted signing certificate/i,
		next: [
			'Check that the certificate was issued by the trust anchor named with --trust-anchor-arn: openssl verify -CAfile ANCHOR.pem CERTIFICATE.pem',
			'If an issuing CA stands between them, give its certificate with --intermediates',
		],
	},
	{
		fact: 'ERR-02',
		pattern: /untrusted certificate/i,
		next: [
			'See what the certificate lacks: anchorsmith inspect CERTIFICATE.pem. It must be version 3, have the key usage digitalSignature, and not be a CA.',
		],
	},
	{
		fact: 'ERR-03',
		pattern: /invalid signature/i,
		next: [
			"Check this machine's clock: date -u",
			'Check that nothing between here and the endpoint rewrites requests, such as a proxy that opens TLS',
		],
	},
	{
		fact: 'ERR-04',
		pattern: /certificate revoked/i,
		next: ['Issue a new certificate: the serial number of this one is on a CRL of the trust anchor'],
	},
	{
		fact: 'ERR-06',
		pattern: /trust anchor wasn.?t found/i,
		next: ['Compare the account, region and id in --trust-anchor-arn with: aws rolesanywhere list-trust-anchors'],
	},
	{
		fact: 'ERR-07',
		pattern: /invalid or empty profile/i,
		next: ['Compare --profile-arn with: aws rolesanywhere list-profiles. The profile must be enabled and list a role.'],
	},
	{
		fact: 'ERR-08',
		pattern: /role isn.?t one of those listed/i,
		next: [
			'Add the role to the Roles Anywhere profile, or give --role-arn exactly as the profile has it, path included',
		],
	},
	{
		fact: 'ERR-09',
		pattern: /not authorized to set roleSessionName/i,
		next: ['Leave --role-session-name out, or have the Roles Anywhere profile accept role session names'],
	},
	{
		fact: 'ERR-11',
		pattern: /exceeds the MaxSessionDuration/i,
		next: ["Give a shorter --session-duration, or raise the role's maximum session duration"],
	},
	{
		fact: 'ERR-12',
		pattern: /failed to be mapped into session tags/i,
		next: [
			'Look at the names listed: the trust policy may want a tag that such a name cannot become. Remove the mapping, relax the condition, or issue a certificate without the character.',
		],
	},
	{
		fact: 'ERR-10',
		pattern: /unable to assume role/i,
		next: [
			"Compare the role's trust policy with the certificate: its conditions on the subject, the issuer and the trust anchor's ARN must all hold, and sts:AssumeRole, sts:TagSession and sts:SetSourceIdentity must be allowed to rolesanywhere.amazonaws.com",
			'If the role was made a moment ago, try again in a minute',
		],
	},
	{
		fact: 'ERR-13',
		pattern: /packed ?policy ?(size|too ?large)/i,
		next: ['Shorten the session policy of the Roles Anywhere profile, or map fewer attributes'],
	},
	{
		fact: 'ERR-15',
		pattern: /validation error|failed to satisfy constraint/i,
		next: ['Check the ARNs, and that --session-duration is from 900 to 43200'],
	},
	{
		fact: 'ERR-17',
		pattern: /throttl|rate exceeded|too many requests/i,
		next: ['Start fewer at the same time, and let credentials be cached: leave --no-cache out'],
	},
];

/** What is known of a message of the service; undefined for one that nobody has recorded. */
export function findRefusal(message: string): KnownRefusal | undefined {
	return KNOWN_REFUSALS.find(({pattern}) => pattern.test(message));
}
