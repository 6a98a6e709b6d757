/** Said of the commands that would do the same as a set-up. */
export const equivalents = {
	own: 'The same with this program',
	singleSteps: 'Or the certificates alone, step by step',
	passphrase: 'Ask for the passphrase of the authority’s key',
	newIssuer: (name: string) => `Make the authority ${name}`,
	root: 'The root: its key and its certificate',
	issuing: 'The issuing authority, signed by the root',
	keyAndRequest: 'The key of the machine, and a request for its certificate',
	sign: 'Sign the request',
	verify: 'Check what was signed',
	trustAnchor: 'Register the authority as a trust anchor',
	knownTrustAnchor: 'The trust anchor that is there',
	role: 'Make the role, with its trust policy',
	knownRole: 'The role that is there',
	trustStatement: 'Add the statement to the trust policy of the role',
	rolePolicy: 'Give it its permissions',
	managedPolicy: 'Attach managed policies',
	profile: 'Make the Roles Anywhere profile',
	cliProfile: 'Write the AWS CLI profile, and try it',
	rehearsal: 'In a rehearsal the commands below run under: anchorsmith rehearse -- sh THIS-FILE',
	scriptOf: (setup: string) =>
		`Commands that do what the set-up ${setup} does. Made by anchorsmith; read it before you run it.`,
} as const;
