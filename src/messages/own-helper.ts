import type {KnownMessage} from './message.ts';

/** What `anchorsmith credentials` says itself, beside what it quotes of the service. */
export const ownHelperMessages: readonly KnownMessage[] = [
	{
		id: 'own-session-refused',
		fact: 'ERR-14',
		speaker: 'own-helper',
		says: 'IAM Roles Anywhere refused the session (HTTP …): …',
		phrases: ['IAM Roles Anywhere refused the session'],
		meaning: 'The service answered no; its own words follow.',
		causes: [
			{
				rules: [],
				what: 'What the service says behind the colon is the reason.',
				next: 'Give explain the whole message',
			},
		],
	},
	{
		id: 'own-key-mismatch',
		fact: 'ERR-03',
		speaker: 'own-helper',
		says: 'The private key in … does not belong to the certificate in …',
		phrases: ['The private key in … does not belong to the certificate in'],
		meaning: 'Key and certificate are of different pairs; nothing was sent.',
		causes: [
			{
				rules: ['set-key-certified', 'set-end-entity-first'],
				what: 'The certificate was renewed with another key, or one of the files is of another host.',
				next: 'Give the key that the certificate was requested with, or request a certificate for this key',
			},
		],
	},
	{
		id: 'own-certificate-not-valid-now',
		fact: 'ERR-05',
		speaker: 'own-helper',
		says: 'The certificate in … expired at …',
		phrases: ['The certificate in … expired at', 'The certificate in … is not valid before'],
		meaning: 'The certificate has ended, or has not begun; nothing was sent.',
		causes: [
			{
				rules: ['ee-valid-now', 'path-end-entity-validity'],
				what: 'It was not renewed in time.',
				next: 'Issue a new certificate: anchorsmith issue',
			},
			{rules: [], what: 'The clock of this machine is wrong.', next: "Check this machine's clock: date -u"},
		],
	},
	{
		id: 'own-file-missing',
		fact: '6.3',
		speaker: 'own-helper',
		says: 'Cannot read …: there is no such file.',
		phrases: ['Cannot read … there is no such file'],
		meaning: 'A file that the command names is not there.',
		causes: [
			{
				rules: ['config-absolute-paths', 'config-blanks-quoted'],
				what: 'The path is relative, misspelt, or of another machine.',
				next: 'Look at it as the user who runs the helper: ls -l PATH',
			},
		],
	},
	{
		id: 'own-file-unreadable',
		fact: '6.3',
		speaker: 'own-helper',
		says: 'Cannot read …: permission denied.',
		phrases: [
			'Cannot read … permission denied',
			'Cannot read … it is a folder',
			'Cannot read … its symbolic links lead in a circle',
			'Cannot read … part of its path is a file',
		],
		refines: ['permission-denied'],
		meaning: 'A file that the command names cannot be read by the user who runs it.',
		causes: [
			{
				rules: [],
				what: 'It, or a folder above it, belongs to another user.',
				next: 'Look at who may: namei -l PATH',
			},
		],
	},
	{
		id: 'own-file-not-as-due',
		fact: '6.3',
		speaker: 'own-helper',
		says: '… holds … where a certificate is due.',
		phrases: [
			'holds … where a certificate is due',
			'holds … where a private key is due',
			'is empty where a',
			'is written in UTF-16, and PEM is plain ASCII',
			'holds a private key in DER, and PEM is due',
			'certificates where one is due',
			'private keys where one is due',
		],
		meaning: 'A file holds something else than the flag names.',
		causes: [
			{
				rules: ['file-kind', 'file-label', 'set-key-apart', 'key-private', 'file-no-container', 'key-pem', 'file-pem'],
				what: 'Certificate and key are swapped, or the file is a bundle, a request or a chain.',
				next: 'See what is in it: anchorsmith lint FILE',
			},
			{
				rules: ['file-utf-8', 'file-recognised', 'file-complete'],
				what: 'It is empty, UTF-16, or damaged.',
				next: 'See how it is written: anchorsmith lint FILE',
			},
		],
	},
	{
		id: 'own-file-damaged',
		fact: '6.3',
		speaker: 'own-helper',
		says: '… is damaged. The private key in it cannot be read.',
		phrases: [
			'is damaged. The private key in it cannot be read',
			'is damaged. The encrypted private key in it cannot be read',
			'Error: … is damaged',
			'The certificate … is not sound',
		],
		meaning: 'A file is of the right kind, and what is in it cannot be read.',
		causes: [
			{
				rules: ['file-complete', 'certificate-readable', 'key-readable', 'der-encoding', 'file-line-breaks'],
				what: 'It was damaged in copying, as through a chat or a form.',
				next: 'Copy or export the file again, as it is',
			},
		],
	},
	{
		id: 'own-key-encrypted',
		fact: '6.3',
		speaker: 'own-helper',
		says: 'The private key in … is encrypted.',
		phrases: [
			'The private key in … is encrypted',
			'The passphrase does not open the private key in',
			'is encrypted in the old way of OpenSSL',
			'is encrypted in a way that cannot be read here',
		],
		meaning: 'The private key is encrypted, and could not be opened.',
		causes: [
			{
				rules: ['passphrase-named', 'set-key-unattended', 'key-encryption', 'key-not-legacy-encrypted'],
				what: 'No passphrase was given, or another one.',
				next: 'Give it with --passphrase-file FILE or --passphrase-env VARIABLE',
			},
		],
	},
	{
		id: 'own-key-unsupported',
		fact: '6.3',
		speaker: 'own-helper',
		says: 'IAM Roles Anywhere takes no signatures made with a key of type …',
		phrases: ['IAM Roles Anywhere takes no signatures made with a key of type'],
		meaning: 'The key is neither RSA nor EC.',
		causes: [
			{
				rules: ['key-kind', 'ee-key-kind', 'ee-ml-dsa'],
				what: 'It was made as Ed25519 or another kind.',
				next: 'Issue a certificate for an RSA or EC key: anchorsmith issue --algorithm p256',
			},
		],
	},
	{
		id: 'own-chain-too-long',
		fact: 'ERR-15',
		speaker: 'own-helper',
		says: 'The certificate needs … intermediate certificates, and IAM Roles Anywhere takes at most 5.',
		phrases: ['intermediate certificates, and IAM Roles Anywhere takes at most'],
		meaning: 'More certificates stand between the certificate and the trust anchor than can be sent.',
		causes: [
			{
				rules: ['set-chain-length', 'session-chain-length', 'set-superfluous', 'path-depth'],
				what: 'The chain is too long, or the file holds certificates that are not on the way.',
				next: 'Register an issuer that is closer to the certificate as the trust anchor',
			},
		],
	},
	{
		id: 'own-arns-apart',
		fact: '6.3',
		speaker: 'own-helper',
		says: 'Trust anchor, Roles Anywhere profile and role do not belong together: …',
		phrases: ['Trust anchor, Roles Anywhere profile and role do not belong together'],
		meaning: 'The ARNs are of different accounts, partitions or regions; nothing was sent.',
		causes: [
			{
				rules: ['order-one-account', 'order-one-region'],
				what: 'One of them was copied from elsewhere.',
				next: 'Copy all three ARNs from the same account, and the first two from the same region',
			},
		],
	},
	{
		id: 'own-arn-invalid',
		fact: 'ERR-15',
		speaker: 'own-helper',
		says: '"…" is not the ARN of a role; one reads …',
		phrases: [
			'is not the ARN of a trust-anchor',
			'is not the ARN of a profile',
			'is not the ARN of a role',
			'is not an ARN: it should read',
			'lacks its region or account; one reads',
			'must have an account and no region; one reads',
		],
		meaning: 'An ARN is malformed or of another kind; nothing was sent.',
		causes: [
			{
				rules: ['order-arn-kinds', 'order-arns-named'],
				what: 'Two of them are swapped, or one was cut short.',
				next: 'Give each flag the ARN as AWS shows it',
			},
		],
	},
	{
		id: 'own-region-other',
		fact: 'ERR-06',
		speaker: 'own-helper',
		says: 'The trust anchor is in …, not in "…".',
		phrases: ['The trust anchor is in … not in', 'is not the name of an AWS region'],
		meaning: '--region names another region than the trust anchor is in; nothing was sent.',
		causes: [
			{
				rules: ['order-region'],
				what: 'The region in which the credentials are used was given.',
				next: "Leave --region out: the trust anchor's ARN says where to ask",
			},
		],
	},
	{
		id: 'own-session-name',
		fact: 'ERR-15',
		speaker: 'own-helper',
		says: '"…" cannot name a session: 2 to 64 letters, digits and _+=,.@- can.',
		phrases: ['cannot name a session: 2 to 64 letters'],
		meaning: 'The name of the session has other characters than it may have; nothing was sent.',
		causes: [
			{
				rules: ['order-session-name'],
				what: 'It holds blanks or other signs.',
				next: 'Leave --role-session-name out to have sessions named after the serial number',
			},
		],
	},
	{
		id: 'own-endpoint-invalid',
		fact: 'ERR-18',
		speaker: 'own-helper',
		says: '… is no address of an endpoint: "…"',
		phrases: [
			'is no address of an endpoint',
			'names an endpoint, and … asks for another kind of endpoint',
			'is no address of an http or https proxy',
		],
		meaning: 'The address of the endpoint, or of the proxy, cannot be one; nothing was sent.',
		causes: [
			{
				rules: ['order-endpoint'],
				what: 'It lacks https://, or is not what it should be.',
				next: 'Check the endpoint: --endpoint, AWS_ENDPOINT_URL_ROLESANYWHERE, AWS_ENDPOINT_URL',
			},
		],
	},
	{
		id: 'own-unreachable',
		fact: 'ERR-18',
		speaker: 'own-helper',
		says: 'Cannot reach …: the connection was refused.',
		phrases: [
			'its name cannot be resolved',
			'no connection within',
			'connected, but no answer within',
			'the connection was refused',
			'the connection was cut off',
			'there is no way to it',
			'it does not speak TLS',
			'what it answers is not HTTP',
		],
		meaning: 'The endpoint did not answer; nothing was judged by Roles Anywhere.',
		causes: [
			{
				rules: ['network-host-resolves', 'order-region-served', 'order-endpoint'],
				what: 'The region or the endpoint is another one, or this network does not let requests out.',
				next: 'Check the network and, when there is one, the proxy: echo $HTTPS_PROXY $NO_PROXY',
			},
		],
	},
	{
		id: 'own-untrusted',
		fact: 'ERR-18',
		speaker: 'own-helper',
		says: 'Cannot reach …: the certificate that it shows comes from no authority trusted here',
		phrases: [
			'the certificate that it shows comes from no authority trusted here',
			'the certificate that it shows is not valid now',
			'the certificate that it shows is for another name',
		],
		meaning: 'The server that answered as the endpoint is not trusted.',
		causes: [
			{
				rules: [],
				what: 'A proxy or a firewall opens TLS, and its authority is not trusted here.',
				next: 'If a proxy of yours opens TLS, name its certificate authority: export AWS_CA_BUNDLE=/path/to/authorities.pem',
			},
			{rules: [], what: 'The clock of this machine is wrong.', next: "Check this machine's clock: date -u"},
		],
	},
	{
		id: 'own-strange-answer',
		fact: 'ERR-18',
		speaker: 'own-helper',
		says: 'What answered as … is not IAM Roles Anywhere: HTTP … with a body that is …',
		phrases: ['What answered as … is not IAM Roles Anywhere'],
		meaning: 'Something other than the service answered, such as a proxy or a login page.',
		causes: [
			{
				rules: ['order-endpoint'],
				what: 'A proxy or a login page stands in between, or the endpoint is another one.',
				next: 'Look for a proxy or a login page between here and the endpoint: echo $HTTPS_PROXY $NO_PROXY',
			},
		],
	},
	{
		id: 'own-flag-missing',
		fact: '6.3',
		speaker: 'own-helper',
		says: 'Missing: --trust-anchor-arn, --profile-arn, --role-arn.',
		phrases: [
			'anchorsmith credentials has no flag',
			'anchorsmith credentials does not take',
			'Missing: --certificate',
			'Missing: --private-key',
			'Missing: --trust-anchor-arn',
			'Missing: --profile-arn',
			'Missing: --role-arn',
			'--certificate needs a value',
			'--private-key needs a value',
			'--trust-anchor-arn needs a value',
			'--profile-arn needs a value',
			'--role-arn needs a value',
			'--session-duration needs a value',
			'--session-duration takes a whole number',
		],
		meaning: 'The command of the CLI profile lacks a flag, or has one that there is not.',
		causes: [
			{
				rules: [
					'order-arns-named',
					'order-certificate-named',
					'order-private-key-named',
					'config-one-line',
					'config-same-command',
				],
				what: 'The rest of the line was lost where it is broken.',
				next: 'Put the whole command on one line in ~/.aws/config',
			},
		],
	},
	{
		id: 'own-home-missing',
		fact: '6.4',
		speaker: 'own-helper',
		says: 'The home folder … does not exist.',
		phrases: [
			'The home folder … does not exist',
			'This system names no home folder for you',
			'The system names no home folder for user',
		],
		meaning: 'The user who runs this has no home folder, as under systemd or in a container.',
		causes: [
			{
				rules: ['config-location'],
				what: 'HOME is not set, or names a folder that is not there.',
				next: 'Set HOME, or AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE, in the unit or the image',
			},
		],
	},
];
