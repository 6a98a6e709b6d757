import type {KnownMessage} from './message.ts';

/** Rules that find a command of which a part was lost on the way through the config file. */
const LOST_WORDS = ['config-one-line', 'config-readable-lines', 'order-certificate-named', 'order-private-key-named'];

/** What `aws_signing_helper` says on standard error (fact sheet, section 6.3). */
export const officialHelperMessages: readonly KnownMessage[] = [
	{
		id: 'helper-pem-unreadable',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'could not parse PEM data',
		phrases: ['could not parse PEM data', 'unable to parse PEM data', 'requested block type could not be found'],
		meaning:
			'The helper found no PEM block of the kind that it needs; of a certificate it says the same when the file is not there.',
		causes: [
			{
				rules: ['file-label', 'file-label-current', 'set-key-apart', 'key-private', 'file-kind'],
				what: 'The file has another label, as when certificate and key are swapped.',
				next: 'See what is in the files: anchorsmith lint CERTIFICATE.pem KEY.pem',
			},
			{
				rules: ['file-pem', 'key-pem', 'file-no-container'],
				what: 'It is DER, PKCS#12 or PKCS#7, not PEM.',
				next: 'Have it converted: anchorsmith lint FILE --fix-into DIR',
			},
			{
				rules: ['file-utf-8', 'file-byte-order-mark', 'file-complete', 'file-line-breaks', 'file-recognised'],
				what: 'It is UTF-16, or was damaged in copying.',
				next: 'See how it is written: anchorsmith lint FILE',
			},
			{
				rules: ['file-there', 'file-readable'],
				what: 'The certificate is not there, or cannot be read by this user.',
				next: 'Look at it as the user who runs the helper: ls -l FILE',
			},
		],
	},
	{
		id: 'helper-certificate-unparsed',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'could not parse certificate',
		phrases: [
			'could not parse certificate',
			'x509: malformed',
			'x509: negative serial number',
			'x509: unsupported elliptic curve',
		],
		meaning: 'The certificate is PEM, and what is in it cannot be read as a certificate.',
		causes: [
			{
				rules: ['certificate-readable', 'der-encoding', 'file-complete'],
				what: 'It is damaged, or not encoded as it must be.',
				next: 'See what is wrong: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: ['serial-number', 'ee-key-kind', 'named-curve', 'ec-curve', 'public-key-readable'],
				what: 'Its serial number is negative, or its key is of a kind that the helper does not know.',
				next: 'See what is wrong: anchorsmith inspect CERTIFICATE.pem',
			},
		],
	},
	{
		id: 'helper-key-unparsed',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unable to parse private key',
		phrases: ['unable to parse private key', 'could not parse private key', 'could not parse PKCS#8 private key'],
		meaning: 'The helper could not read the private key; it says the same when it may not open the file.',
		causes: [
			{
				rules: ['file-readable', 'file-there'],
				what: 'The user who runs the helper may not read the file, or it is not there.',
				next: 'Look at it as the user who runs the helper: ls -l KEY.pem',
			},
			{
				rules: ['key-not-legacy-encrypted', 'key-encryption'],
				what: 'It is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED).',
				next: 'openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY.pem -out NEW_KEY.pem',
			},
			{
				rules: ['file-kind', 'file-label', 'key-private', 'key-pem', 'key-not-openssh', 'key-readable'],
				what: 'It has another label or form, such as DER or OpenSSH.',
				next: 'See what is in the file: anchorsmith lint KEY.pem',
			},
			{
				rules: ['key-kind', 'ee-key-kind'],
				what: 'It is of a kind that Roles Anywhere does not take, such as Ed25519.',
				next: 'Issue a certificate for an RSA or EC key: anchorsmith issue --algorithm p256',
			},
		],
	},
	{
		id: 'helper-passphrase-wrong',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'incorrect PKCS#8 private key password',
		phrases: ['incorrect PKCS#8 private key password', 'pkcs8: incorrect password'],
		meaning: 'The private key is encrypted, and the password that was given does not open it.',
		causes: [
			{
				rules: ['passphrase-named', 'set-key-unattended'],
				what: 'The password is another one, or was changed by quoting in the config file.',
				next: 'Try it: openssl pkey -in KEY.pem -noout',
			},
		],
	},
	{
		id: 'helper-passphrase-missing',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unable to read your PKCS#8 private key password',
		phrases: ['unable to read your PKCS#8 private key password'],
		meaning: 'The private key is encrypted, and there is no terminal on which the helper could ask for its password.',
		causes: [
			{
				rules: ['set-key-unattended', 'key-encryption', 'passphrase-named'],
				what: 'The key is encrypted, and nobody is there to be asked.',
				next: 'Use a key without a password, or anchorsmith credentials with --passphrase-file',
			},
		],
	},
	{
		id: 'helper-certificate-undefined',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'undefined certificate value',
		phrases: ['undefined certificate value'],
		meaning: 'The helper got a private key and no certificate.',
		causes: [
			{
				rules: [...LOST_WORDS, 'program-flag-values'],
				what: '--certificate is missing, or was lost where the line is broken.',
				next: 'Look at the words that arrive: anchorsmith doctor --cli-profile NAME',
			},
		],
	},
	{
		id: 'helper-algorithm-unsupported',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unsupported algorithm',
		phrases: ['unsupported algorithm'],
		meaning: 'The key is neither RSA nor EC nor ML-DSA, or the version of the helper does not know it.',
		causes: [
			{
				rules: ['key-kind', 'ee-key-kind', 'ee-ml-dsa', 'ml-dsa-key', 'key-curve'],
				what: 'The key is of another kind, such as Ed25519.',
				next: 'Issue a certificate for an RSA or EC key: anchorsmith issue --algorithm p256',
			},
		],
	},
	{
		id: 'helper-chain-invalid',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'invalid certificate chain',
		phrases: ['invalid certificate chain'],
		meaning: 'The file of intermediates holds something other than certificates.',
		causes: [
			{
				rules: ['file-kind', 'set-key-apart', 'file-label'],
				what: 'A private key or a list stands in it, too.',
				next: 'See what is in the file: anchorsmith lint INTERMEDIATES.pem',
			},
		],
	},
	{
		id: 'helper-chain-beside-pkcs12',
		fact: '6.3',
		speaker: 'official-helper',
		says: "can't specify certificate chain when using PKCS#12 files; certificate bundle should be provided within the PKCS#12 file",
		phrases: [
			"can't specify certificate chain when using PKCS#12",
			'certificate bundle should be provided within the PKCS#12 file',
		],
		meaning:
			'The certificate is no PEM and no key was named, so the helper takes it for PKCS#12, which must hold the chain itself.',
		causes: [
			{
				rules: ['file-no-container'],
				what: 'Certificate and key are in a PKCS#12 file, and --intermediates is given besides.',
				next: 'Take it apart: anchorsmith lint FILE.p12 --fix-into DIR',
			},
			{
				rules: ['file-pem', 'file-label', 'certificate-readable', 'order-private-key-named'],
				what: 'The certificate was meant to be PEM and is not, and --private-key is missing.',
				next: 'See what is in the file: anchorsmith lint CERTIFICATE.pem',
			},
		],
	},
	{
		id: 'helper-no-certificate-store',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unable to use cert store signer on linux',
		phrases: ['unable to use cert store signer on linux', 'unable to use cert store signer'],
		meaning: 'Neither --certificate nor --private-key reached the helper: nearly always they were lost on the way.',
		causes: [
			{
				rules: [
					...LOST_WORDS,
					'order-arns-named',
					'config-same-command',
					'config-trailing-note',
					'program-loose-words',
				],
				what: 'The credential_process goes on after its line, or holds a backslash before a blank.',
				next: 'Put the whole command on one line in ~/.aws/config',
			},
			{
				rules: ['order-certificate-named', 'program-flag-values'],
				what: 'A variable that should have held the words is empty.',
				next: 'Look at the words that arrive: anchorsmith doctor --cli-profile NAME',
			},
		],
	},
	{
		id: 'helper-no-match-in-store',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'no matching certs found in cert store',
		phrases: [
			'no matching certs found in cert store',
			'no matching identities',
			'multiple matching identities',
			'no matching certificates',
			'multiple matching certificates',
		],
		meaning: "No certificate in the system's store is as the selector says, or several are.",
		causes: [
			{
				rules: [],
				what: 'The selector names another subject, issuer or serial number than the certificate has: names must be complete, the most specific part first.',
				next: 'Compare it with what the helper reads: aws_signing_helper read-certificate-data --cert-selector SELECTOR',
			},
			{
				rules: [],
				what: 'The certificate lies in the store of the machine or of another user.',
				next: 'Import it for the user who runs the helper, or name the store with --system-store-name',
			},
		],
	},
	{
		id: 'helper-regions-differ',
		fact: '6.3',
		speaker: 'official-helper',
		says: "trust anchor and profile regions don't match",
		phrases: ["trust anchor and profile regions don't match", 'trust anchor and profile regions do not match'],
		meaning: 'The ARNs of the trust anchor and of the Roles Anywhere profile name different regions.',
		causes: [
			{
				rules: ['order-one-region'],
				what: 'One of the ARNs was copied from another region.',
				next: 'Use the profile that is in the region of the trust anchor: aws rolesanywhere list-profiles --region REGION',
			},
		],
	},
	{
		id: 'helper-arn-unparsed',
		fact: '6.3',
		speaker: 'official-helper',
		says: "failed to parse trust anchor arn: '…'",
		phrases: [
			'failed to parse trust anchor arn',
			'failed to parse profile arn',
			'arn: invalid prefix',
			'arn: not enough sections',
		],
		meaning: 'An ARN is empty or malformed.',
		causes: [
			{
				rules: ['order-arns-named', 'order-arn-kinds', 'config-one-line'],
				what: 'The ARN was cut short, or lost where the line is broken.',
				next: 'Look at the words that arrive: anchorsmith doctor --cli-profile NAME',
			},
			{
				rules: ['order-arns-named', 'program-flag-values'],
				what: 'A variable that should have held it is empty.',
				next: 'Write the ARN itself into the command',
			},
		],
	},
	{
		id: 'helper-role-arn-invalid',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'invalid role ARN',
		phrases: ['invalid role ARN'],
		meaning: 'The ARN that was given with --role-arn is not that of a role.',
		causes: [
			{
				rules: ['order-arn-kinds', 'order-arns-named'],
				what: 'Another ARN was given, such as that of the profile, or it was cut short.',
				next: 'Give --role-arn one such as arn:aws:iam::111122223333:role/NAME',
			},
		],
	},
	{
		id: 'helper-listener-failed',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'failed to create listener',
		phrases: ['failed to create listener'],
		meaning: 'The helper could not listen on its port.',
		causes: [
			{
				rules: [],
				what: 'Another program, perhaps another helper, uses the port.',
				next: 'Choose another with --port, or see who uses it: ss -ltnp',
			},
			{rules: [], what: 'Ports below 1024 need permission.', next: 'Choose a port above 1024 with --port'},
		],
	},
	{
		id: 'helper-credentials-file-unwritable',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unable to write to AWS credentials file',
		phrases: [
			'unable to get or create read-only AWS credentials file',
			'unable to write to AWS credentials file',
			'unable to get or create writable AWS credentials file',
		],
		meaning: 'aws_signing_helper update could not read or write the credentials file.',
		causes: [
			{
				rules: ['host-config-readable', 'host-home'],
				what: 'The file or its folder belongs to somebody else, or is mounted read-only; the helper itself makes ~/.aws with a mode that only root can open.',
				next: 'Look at both: ls -ld ~/.aws ~/.aws/credentials',
			},
			{
				rules: ['config-location'],
				what: 'AWS_SHARED_CREDENTIALS_FILE names a place that is not there.',
				next: 'Look at it: echo "$AWS_SHARED_CREDENTIALS_FILE"',
			},
		],
	},
	{
		id: 'helper-flags-exclude',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'if any flags in the group […] are set none of the others can be',
		phrases: ['if any flags in the group … are set none of the others can be', 'none of the others can be'],
		meaning: 'Two flags stand together that the helper does not take together; the message names them.',
		causes: [
			{
				rules: ['program-flags-together'],
				what: 'Files and a store are named at once, or a selector and --intermediates.',
				next: 'Leave one of them out',
			},
		],
	},
	{
		id: 'helper-flag-unknown',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unknown flag: --…',
		phrases: ['unknown flag', 'unknown shorthand flag'],
		meaning: 'This version of the helper does not know a flag.',
		causes: [
			{
				rules: ['program-flags', 'program-version'],
				what: 'The version is too old for it, or the flag never existed: the guide has some wrong, such as --pkcs11-pin.',
				next: 'See the version and the flags: aws_signing_helper version; aws_signing_helper credential-process --help',
			},
		],
	},
	{
		id: 'helper-config-unloadable',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'failed to get shared config profile, …',
		phrases: ['failed to get shared config profile', 'failed to load shared config file'],
		meaning: 'The helper reads the AWS config file for itself and stops over AWS_PROFILE or over the file.',
		causes: [
			{
				rules: ['config-profile-found', 'config-profile-chosen', 'config-profile-header'],
				what: 'AWS_PROFILE names a CLI profile that is not there.',
				next: 'Unset it for the helper: env -u AWS_PROFILE aws_signing_helper credential-process …',
			},
			{
				rules: [
					'config-readable-lines',
					'config-no-duplicates',
					'config-one-source',
					'host-config-readable',
					'host-config-text',
				],
				what: 'The config file is broken.',
				next: 'See where: anchorsmith doctor',
			},
		],
	},
	{
		id: 'helper-certificate-not-found',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'unable to find certificate',
		phrases: ['unable to find certificate', 'unable to obtain temporary security credentials from CreateSession'],
		meaning: 'The helper came to no certificate, or CreateSession answered without credentials.',
		causes: [
			{
				rules: [...LOST_WORDS, 'file-there'],
				what: 'The certificate is not where the command says.',
				next: 'Look at the words that arrive: anchorsmith doctor --cli-profile NAME',
			},
		],
	},
	{
		id: 'helper-tls-untrusted',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'tls: failed to verify certificate: x509: …',
		phrases: [
			'tls: failed to verify certificate',
			'x509: certificate signed by unknown authority',
			'x509: certificate is valid for',
			'x509: certificate has expired',
			'OSStatus -26276',
		],
		meaning: 'The helper does not trust the server that answered as the endpoint.',
		causes: [
			{
				rules: ['network-tls-trusted', 'network-tls-host'],
				what: 'A proxy or a firewall opens TLS, and its authority is not trusted here.',
				next: 'If a proxy of yours opens TLS, name its certificate authority: export AWS_CA_BUNDLE=/path/to/authorities.pem',
			},
			{
				rules: ['network-authorities'],
				what: 'The container or machine has no list of authorities.',
				next: 'Install it: the package is called ca-certificates',
			},
			{
				rules: ['network-tls-current', 'network-clock'],
				what: 'The clock is wrong.',
				next: "Check this machine's clock: date -u",
			},
			{
				rules: [],
				what: 'On macOS, started from a Java program, it is a known defect of the keychain (-26276).',
				next: 'Run the command by hand; if that works, start it from another program',
			},
		],
	},
	{
		id: 'helper-crash-in-store',
		fact: '6.3',
		speaker: 'official-helper',
		says: 'Exit 0xc0000005',
		phrases: ['0xc0000005', '3221225477'],
		meaning: 'The helper crashed on Windows, as it is known to with --cert-selector and an ML-DSA key.',
		causes: [
			{
				rules: ['ee-ml-dsa', 'ml-dsa-key'],
				what: 'The certificate in the store has an ML-DSA key.',
				next: 'Use files instead of the store: --certificate and --private-key',
			},
		],
	},
];
