export {choices} from './en/choices.ts';
export {equivalents} from './en/equivalents.ts';
export {plain} from './en/plain.ts';
export {previews} from './en/previews.ts';
export {
	asking,
	checking,
	conducting,
	finishing,
	keys,
	leaving,
	passphrase as passphraseTexts,
	previewing,
	start,
} from './en/screens.ts';
export {pasted, sections, session, values} from './en/session.ts';
export {who} from './en/who.ts';

/** What a question says: its name in lists, the question itself, and a few lines for whoever asks why. */
export interface StepText {
	readonly label: string;
	readonly question: string;
	readonly help: string;
}

/** The questions in English, by the id of their step. */
export const steps = {
	where: {
		label: 'Where',
		question: 'Set it up on AWS, or rehearse it on this machine?',
		help: 'A rehearsal runs the same set-up against a Roles Anywhere that runs here. It needs no account and no network, and writes nothing outside its own folder.',
	},
	part: {
		label: 'Part',
		question: 'Do you set up all of it, or only your part?',
		help: 'Three persons may share the work. One administers the AWS account, one owns the certificate authority, one runs the machine. Each part ends with what to hand to the others.',
	},
	'admin-profile': {
		label: 'Administrator',
		question: 'Which AWS CLI profile administers the account?',
		help: 'Setting up needs credentials that may make trust anchors, roles and Roles Anywhere profiles. Without an answer the usual places are searched: environment, single sign-on, files.',
	},
	region: {
		label: 'Region',
		question: 'In which AWS region?',
		help: 'The trust anchor and the Roles Anywhere profile live in one region, and credentials are fetched there. They work in every region.',
	},
	'setup-name': {
		label: 'Set-up',
		question: 'What should this set-up be called?',
		help: 'One word for all that belongs together. Resources are named and tagged with it, and destroy takes it to undo them.',
	},
	'issuer-source': {
		label: 'Authority',
		question: 'Make a new certificate authority, or use one that you have?',
		help: 'AWS trusts the certificates of the authority that you register. A new one is made on this machine; of an existing one only the certificate is registered, never the key.',
	},
	'issuer-name': {
		label: 'Its name',
		question: 'Under which name should the new authority be kept here?',
		help: 'The name of its folder among the keys of this program. An authority of that name that was made here before is used again.',
	},
	'issuer-subject': {
		label: 'Its subject',
		question: 'What should the authority’s certificate say who it is?',
		help: 'A distinguished name such as CN=Build hosts CA,O=Example. AWS compares its CN when a role is assumed.',
	},
	'issuer-algorithm': {
		label: 'Its key',
		question: 'Which kind of key should the authority have?',
		help: 'P-256 is quick and accepted everywhere. RSA is for software that cannot do anything else.',
	},
	'issuer-days': {
		label: 'Valid for',
		question: 'For how many days should the authority be valid?',
		help: 'When it ends, every certificate that it issued ends with it, so it should outlive them all.',
	},
	'with-issuing': {
		label: 'Issuing authority',
		question: 'Put an issuing authority below the root?',
		help: 'The root then signs only the issuing authority and can be locked away. Certificates are presented with the one above them.',
	},
	'issuer-certificate': {
		label: 'Its certificate',
		question: 'Where is the certificate of your authority?',
		help: 'A PEM file with the certificate that AWS should trust; during a change of authority it may hold the old and the new one.',
	},
	'certificate-source': {
		label: 'Certificate',
		question: 'Where does the certificate of the machine come from?',
		help: 'It proves to AWS which machine is asking. A new one is issued here together with its key. Another machine keeps its key and sends a request. If it comes later, the set-up ends with what is to be typed then.',
	},
	request: {
		label: 'Its request',
		question: 'Where is the request of the other machine?',
		help: 'The file request.csr that anchorsmith request made there, or any other certificate signing request. What it asks for is shown before it is signed.',
	},
	'trust-anchor-arn': {
		label: 'Trust anchor',
		question: 'What is the ARN of the trust anchor?',
		help: 'The administrator of the AWS account hands it to you. It tells the account and the region too.',
	},
	'profile-arn': {
		label: 'Roles Anywhere profile',
		question: 'What is the ARN of the Roles Anywhere profile?',
		help: 'The administrator of the AWS account hands it to you with the other two.',
	},
	'trusted-subject': {
		label: 'Its subject',
		question: 'Which subject will that certificate have?',
		help: 'A distinguished name such as CN=build-17,O=Example. The role lets in certificates of your authority with this CN and no others.',
	},
	'issuer-private-key': {
		label: 'Authority’s key',
		question: 'Where is the private key of your authority, if it should sign here?',
		help: 'It is needed only to make certificates on this machine, and goes nowhere. Leave it where it is safe and use a certificate that it signed if you can.',
	},
	passphrase: {
		label: 'Passphrase',
		question: 'Where does the passphrase of the authority’s key come from?',
		help: 'The key is encrypted with it. It is read from a file or from an environment variable, never from the command line. To store the key unencrypted you must say so.',
	},
	'certificate-name': {
		label: 'Kept as',
		question: 'Under which name should the certificate be kept here?',
		help: 'The name of the folder that gets the certificate and its key.',
	},
	subject: {
		label: 'Subject',
		question: 'Which machine or workload is the certificate for?',
		help: 'A distinguished name such as CN=build-17,O=Example. Whoever holds a certificate with this CN may assume the role.',
	},
	dns: {
		label: 'DNS names',
		question: 'Which DNS names should it hold?',
		help: 'Only the first one can be used in policies. None are needed.',
	},
	uri: {
		label: 'URIs',
		question: 'Which URIs should it hold?',
		help: 'Such as a SPIFFE ID. Only the first one can be used in policies. None are needed.',
	},
	ip: {
		label: 'IP addresses',
		question: 'Which IP addresses should it hold?',
		help: 'Roles Anywhere does not use them. None are needed.',
	},
	email: {
		label: 'Email addresses',
		question: 'Which email addresses should it hold?',
		help: 'Roles Anywhere does not use them. None are needed.',
	},
	algorithm: {
		label: 'Key',
		question: 'Which kind of key should it have?',
		help: 'P-256 is quick and accepted everywhere. RSA is for software that cannot do anything else.',
	},
	days: {
		label: 'Valid for',
		question: 'For how many days should it be valid?',
		help: 'The shorter, the less a stolen key is worth; it must be renewed before it ends.',
	},
	certificate: {
		label: 'Certificate file',
		question: 'Where is the certificate of this machine?',
		help: 'A PEM file. It must be issued by your authority, directly or through intermediates.',
	},
	'private-key': {
		label: 'Private key',
		question: 'Where is its private key?',
		help: 'A PEM file that only its user may read.',
	},
	intermediates: {
		label: 'Intermediates',
		question: 'Where are the certificates between it and your authority?',
		help: 'A PEM file, needed only when your authority does not issue the certificate itself. The one that does comes first.',
	},
	'private-key-passphrase-file': {
		label: 'Key’s passphrase',
		question: 'If that key is encrypted, which file holds its passphrase?',
		help: 'It is read each time credentials are fetched, so only the same user may read it. A key without encryption needs none.',
	},
	'trust-anchor-name': {
		label: 'Trust anchor',
		question: 'What should the trust anchor be called?',
		help: 'The trust anchor is where AWS keeps the certificate of your authority.',
	},
	'role-source': {
		label: 'Role',
		question: 'Make a new role, or use one that you have?',
		help: 'Credentials are those of a role. Of an existing role only the trust policy is extended, and the plan shows how.',
	},
	'role-name': {
		label: 'Role name',
		question: 'What should the role be called?',
		help: 'It must not exist yet, unless this set-up made it.',
	},
	'role-arn': {
		label: 'Role ARN',
		question: 'What is the ARN of the role?',
		help: 'It must be in the account that is set up; the administrator of that knows it. Its permissions stay as they are.',
	},
	'trust-scope': {
		label: 'Who may assume it',
		question: 'Who may assume the role?',
		help: 'Either only certificates with the CN of this one, or every certificate of the same authority. Wider means that one stolen key of any machine is enough.',
	},
	permissions: {
		label: 'Permissions',
		question: 'What may the role do?',
		help: 'Nothing, what a policy file says, what managed policies say, or both. Without permissions only the identity can be asked for.',
	},
	'permissions-policy': {
		label: 'Policy file',
		question: 'Where is the policy file?',
		help: 'An IAM policy in JSON. It is written into the role.',
	},
	'managed-policy': {
		label: 'Managed policies',
		question: 'Which managed policies?',
		help: 'Their ARNs, such as arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess.',
	},
	'roles-anywhere-profile': {
		label: 'Profile',
		question: 'What should the Roles Anywhere profile be called?',
		help: 'It lists the roles that may be assumed, for how long, and what they may do at most. It is no AWS CLI profile.',
	},
	'session-duration': {
		label: 'Duration',
		question: 'For how many seconds should credentials be valid?',
		help: 'From 15 minutes to 12 hours. They are renewed by themselves; shorter means that stolen ones end sooner.',
	},
	'session-policy': {
		label: 'Session policy',
		question: 'Where is the session policy, if any?',
		help: 'An IAM policy in JSON that limits what sessions may do, whatever the role may.',
	},
	'cli-profile': {
		label: 'CLI profile',
		question: 'What should the AWS CLI profile be called?',
		help: 'The block in ~/.aws/config that programs select with AWS_PROFILE or --profile.',
	},
	helper: {
		label: 'Helper',
		question: 'Which program should fetch the credentials?',
		help: 'This one, or AWS’s own aws_signing_helper, which must then be installed.',
	},
	'helper-program': {
		label: 'Helper program',
		question: 'Where is aws_signing_helper?',
		help: 'Its path, if it is not in PATH.',
	},
} as const satisfies Readonly<Record<string, StepText>>;
