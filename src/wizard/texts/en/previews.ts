/** Said beside an answer about what it comes to. */
export const previews = {
	yourAccount: '(your account)',
	trustAnchor: '(the new trust anchor)',
	whoMay: {
		certificate: (subject: string, issuer: string | undefined) =>
			`Certificates with the name ${subject}${issuer === undefined ? '' : `, issued by ${issuer}`}, may assume the role.`,
		issuer: (issuer: string | undefined) =>
			`Every certificate ${issuer === undefined ? 'of the authority' : `issued by ${issuer}`} may assume the role.`,
	},
	viaAnchor: 'They must come through the trust anchor of this set-up; nothing else opens the role.',
	nothing: 'Sessions may do nothing but ask who they are.',
	allows: (actions: string, resources: string) => `May do ${actions} on ${resources}.`,
	denies: (actions: string, resources: string) => `May never do ${actions} on ${resources}.`,
	exceptActions: (actions: string) => `everything except ${actions}`,
	exceptResources: (resources: string) => `everything except ${resources}`,
	everything: 'everything',
	underConditions: 'Only under its conditions.',
	managed: (arn: string) => `And what the managed policy ${arn} allows.`,
	tooWide: 'A statement allows every action on every resource: whoever steals the key owns the account.',
	everyAction: (actions: string) => `${actions} allows all that these services can do.`,
	administrator: 'AdministratorAccess allows everything: whoever steals the key owns the account.',
} as const;
