const keyAlgorithms = {
	p256: 'P-256 (quick, accepted everywhere)',
	p384: 'P-384',
	p521: 'P-521',
	rsa2048: 'RSA 2048',
	rsa3072: 'RSA 3072',
	rsa4096: 'RSA 4096 (slow to make)',
};

/** What can be chosen, by the id of the step; the first of each is what comes first in lists. */
export const choices = {
	where: {no: 'AWS', yes: 'A rehearsal on this machine: no account, no network'},
	part: {
		all: 'All of it, on this machine',
		aws: 'Only AWS; the certificate comes later',
		pki: 'Only authority and certificates; nothing at AWS',
		machine: 'Only this machine; AWS is set up already',
	},
	'issuer-source': {new: 'Make a new one on this machine', existing: 'Use the certificate of one that I have'},
	'issuer-algorithm': keyAlgorithms,
	'with-issuing': {no: 'No, one authority signs all', yes: 'Yes, a root and an issuing authority below it'},
	'certificate-source': {
		new: 'Make key and certificate here',
		existing: 'Use a certificate that I have',
		csr: 'Sign the request of another machine',
		later: 'Later; an operator asks for it now',
	},
	algorithm: keyAlgorithms,
	'role-source': {new: 'Make a new role', existing: 'Use a role that I have'},
	permissions: {
		none: 'Nothing yet',
		inline: 'What a policy file says',
		managed: 'What managed policies say',
		'inline-and-managed': 'Both: a policy file and managed policies',
	},
	'trust-scope': {
		certificate: 'Only certificates with this name',
		issuer: 'Every certificate of the same authority',
	},
	helper: {own: 'This program', official: 'aws_signing_helper, made by AWS'},
} as const;
