/** The parts of the set-up, as the step tracker names them. */
export const sections = {
	place: 'Where',
	authority: 'Authority',
	certificate: 'Certificate',
	role: 'Role and trust',
	profile: 'Sessions',
	'cli-profile': 'CLI profile',
} as const;

/** Said around the questions. */
export const session = {
	noAnswer: 'none',
	needsAnswer: 'This needs an answer.',
	yourAnswer: 'your answer',
	preset: 'from the command line',
} as const;

/** Answers in words. */
export const values = {
	none: 'none',
	fromFile: (path: string) => `from the file ${path}`,
	fromVariable: (variable: string) => `from the variable ${variable}`,
	typed: 'typed here, kept in memory only',
	unencrypted: 'none: the key lies there unencrypted',
} as const;

/** Said of text that was pasted where a path is due. */
export const pasted = {
	key: 'That is a private key. Keys should not travel through the clipboard: give the path of its file, such as ca-key.pem.',
	cutShort: 'The end of the PEM text is missing: it should close with a line such as -----END CERTIFICATE-----.',
} as const;
