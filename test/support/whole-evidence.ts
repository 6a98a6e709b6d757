import type {Diagnosis} from '../../src/doctor/diagnose/diagnosis.ts';
import type {Evidence} from '../../src/doctor/evidence/evidence.ts';
import {absent, seen, unseen} from '../../src/doctor/evidence/look.ts';
import type {Finding} from '../../src/rules/finding.ts';
import {everyRule} from '../../src/rules/folders.ts';

const REGIONAL = 'arn:aws:rolesanywhere:eu-central-1:111122223333';
const ANCHOR = `${REGIONAL}:trust-anchor/11111111-2222-4333-8444-555555555555`;
const ROLE = 'arn:aws:iam::111122223333:role/plant/welding-robot';

/** Evidence with something in every member that there is, those that may be absent included. Not of any real machine. */
export const wholeEvidence: Evidence = {
	format: 'anchorsmith/evidence/1',
	at: '2026-06-01T00:00:00.000Z',
	cliProfile: {name: 'welding', chosenBy: 'flag'},
	told: 'An error from hall-seven.example.com',
	host: {
		platform: 'linux',
		architecture: 'x64',
		libc: 'glibc 2.41',
		nodeVersion: 'v20.19.0',
		programVersion: '0.1.0',
		workingDirectory: '/home/gertrud/work',
		user: {name: 'gertrud', uid: 1000, gids: [1000], isSelf: true},
		home: seen('/home/gertrud'),
		surroundings: ['docker'],
		variables: {AWS_PROFILE: 'welding', HTTPS_PROXY: 'http://hall-proxy.example.com:3128'},
		secretVariables: ['AWS_SECRET_ACCESS_KEY'],
	},
	config: {
		config: seen({
			path: '/home/gertrud/.aws/config',
			text: '# for Gertrud in hall seven\n[profile welding]\ncredential_process = anchorsmith credentials\n',
			mode: 0o600,
		}),
		credentials: unseen('denied', '/home/gertrud/.aws/credentials: permission denied', 'EACCES'),
	},
	command: seen({
		origin: 'config',
		words: ['anchorsmith', 'credentials', '--role-arn', ROLE],
		order: {
			certificate: '/home/gertrud/certificate.pem',
			privateKey: '/home/gertrud/private-key.pem',
			intermediates: '/home/gertrud/chain.pem',
			passphraseFile: '/home/gertrud/passphrase',
			trustAnchorArn: ANCHOR,
			profileArn: `${REGIONAL}:profile/11111111-2222-4333-8444-555555555555`,
			roleArn: ROLE,
			sessionDuration: '3600',
			roleSessionName: 'robot-12',
			region: 'eu-central-1',
			endpoint: 'https://inside.example.com',
		},
		unknownFlags: ['--fast'],
		program: seen({
			path: '/usr/bin/anchorsmith',
			maker: 'own',
			version: '0.1.0',
			mayBeExecuted: true,
			format: 'script',
			architecture: 'x64',
			loader: seen('/usr/bin/node'),
			entry: seen('/usr/lib/anchorsmith/main.js'),
			nodeVersion: 'v20.19.0',
			glibc: '2.34',
		}),
		run: seen({
			exit: 1,
			isTimeout: false,
			stderr: `Unable to assume role for ${ROLE}.`,
			output: {kind: 'json', members: ['Version'], version: '1', expiration: '2026-06-01T01:00:00Z'},
		}),
	}),
	files: {
		certificate: seen({
			path: '/home/gertrud/certificate.pem',
			realPath: '/srv/certificate.pem',
			mode: 0o644,
			owner: 1000,
			group: 1000,
			access: {isReadable: false, obstacle: '/srv may not be entered'},
			content: {
				form: 'pem',
				notes: [{kind: 'carriage-returns', line: 1, message: 'Lines end in CR LF.', command: 'dos2unix FILE'}],
				problems: [{kind: 'no-end', line: 3, message: 'A block has no end.'}],
				items: [
					{
						kind: 'certificate',
						der: 'MAA=',
						label: 'CERTIFICATE',
						line: 1,
						offset: 0,
						source: ['tls.crt'],
						isPlain: true,
						notes: [],
					},
				],
			},
		}),
		privateKey: seen({
			path: '/home/gertrud/private-key.pem',
			access: {isReadable: true},
			content: {
				form: 'pem',
				notes: [],
				problems: [],
				items: [
					{
						kind: 'private-key',
						key: {
							state: 'read',
							type: 'rsa',
							modulusBits: 2048,
							publicExponent: '65537',
							curve: 'prime256v1',
							publicKey: 'MAA=',
							encryption: {
								scheme: 'PBES2',
								cipher: 'aes-256-cbc',
								derivation: 'PBKDF2',
								hash: 'sha256',
								rounds: 600_000,
							},
							opensshType: 'ssh-rsa',
						},
						keyFormat: 'pkcs8',
						offset: 0,
						source: [],
						isPlain: true,
						notes: [],
					},
					{
						kind: 'encrypted-private-key',
						key: {
							state: 'closed',
							problem: {kind: 'passphrase-needed', message: 'It is encrypted.'},
							publicKey: 'MAA=',
							encryption: {scheme: 'PBES1', cipher: 'other'},
							opensshType: 'ssh-rsa',
						},
						offset: 900,
						source: [],
						isPlain: true,
						notes: [],
					},
				],
			},
		}),
		intermediates: absent,
		passphraseFile: seen({path: '/home/gertrud/passphrase', access: {isReadable: true}}),
		nearby: [{path: '/home/gertrud/root.pem', access: {isReadable: true}}],
		issuers: [{name: 'hall-ca', certificate: 'MAA=', root: 'MAA='}],
	},
	network: {
		endpoint: seen({
			url: 'https://rolesanywhere.eu-central-1.amazonaws.com',
			origin: 'AWS',
			region: 'eu-central-1',
			warnings: ['It may not answer.'],
		}),
		proxy: seen({url: 'http://hall-proxy.example.com:3128', hasPassword: true, variable: 'HTTPS_PROXY'}),
		dns: seen({host: 'hall-proxy.example.com', addresses: ['192.0.2.1']}),
		tcp: seen({address: '192.0.2.1', port: 3128}),
		tunnel: seen({status: 200}),
		authorities: seen({variable: 'AWS_CA_BUNDLE', path: '/etc/ssl/hall.pem', certificates: seen(1)}),
		tls: seen({
			isTrusted: false,
			problem: 'SELF_SIGNED_CERT_IN_CHAIN',
			protocol: 'TLSv1.3',
			subjects: ['CN=Hall Inspector,O=Welding Works'],
			issuer: 'CN=Hall Inspector Root,O=Welding Works',
			last: 'MAA=',
			authorities: '/etc/ssl/hall.pem',
		}),
		http: seen({status: 403, headers: {server: 'squid'}, isService: false, title: 'Blocked', clockOffset: -12}),
	},
	account: {
		administrator: seen({arn: 'arn:aws:iam::111122223333:user/plant/hildegard', accountId: '111122223333'}),
		trustAnchor: seen({
			id: '11111111-2222-4333-8444-555555555555',
			arn: ANCHOR,
			name: 'plant-anchor',
			isEnabled: true,
			sourceType: 'CERTIFICATE_BUNDLE',
			certificates: '-----BEGIN CERTIFICATE-----',
			privateCaArn: 'arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1',
		}),
		trustAnchors: seen([]),
		profile: seen({
			id: '11111111-2222-4333-8444-555555555555',
			arn: `${REGIONAL}:profile/11111111-2222-4333-8444-555555555555`,
			name: 'plant-profile',
			isEnabled: true,
			roleArns: [ROLE],
			durationSeconds: 3600,
			sessionPolicy: '{"Resource":"arn:aws:s3:::weld-seams"}',
			managedPolicyArns: [],
			acceptsRoleSessionName: false,
			attributeMappings: [{certificateField: 'x509Subject', specifiers: ['CN']}],
		}),
		profiles: seen([]),
		role: seen({
			arn: ROLE,
			trustPolicy: '{"Condition":{"StringEquals":{"aws:PrincipalTag/x509Subject/CN":"robot-12.example.com"}}}',
			maxSessionDuration: 3600,
			createdAt: '2026-01-01T00:00:00Z',
		}),
		crls: seen([
			{
				id: '11111111-2222-4333-8444-555555555555',
				arn: `${REGIONAL}:crl/11111111-2222-4333-8444-555555555555`,
				name: 'plant-list',
				isEnabled: true,
				trustAnchorArn: ANCHOR,
				data: 'MAA=',
			},
		]),
		subject: seen({
			arn: `${REGIONAL}:subject/11111111-2222-4333-8444-555555555555`,
			subject: 'CN=robot-12.example.com,O=Welding Works',
			isEnabled: true,
			credentials: [{serialNumber: '0a', isEnabled: true, hasFailed: true, seenAt: '2026-05-31T00:00:00Z'}],
		}),
	},
	live: seen({
		outcome: 'refused',
		status: 403,
		code: 'AccessDeniedException',
		message: `Unable to assume role for ${ROLE}.`,
		requestId: '1-2',
	}),
	lastError: seen({
		at: '2026-05-31T00:00:00Z',
		code: 'SESSION_REFUSED',
		message: 'CN=robot-12.example.com was refused.',
	}),
};

/** A diagnosis with something in every member that there is. */
export function wholeDiagnosis(): Diagnosis {
	const [rule] = everyRule;
	if (!rule) {
		throw new Error('there are no rules');
	}

	const finding: Finding = {
		rule: rule.id,
		severity: 'error',
		message: 'CN=robot-12.example.com is not let in by welding-robot.',
		why: rule.why,
		fix: rule.fix,
		at: '/home/gertrud/certificate.pem',
		source: rule.source,
		refusal: {code: 'AccessDeniedException', message: `Unable to assume role for ${ROLE}.`},
	};
	const remedy = {
		what: 'Let gertrud read it.',
		who: 'operator' as const,
		commands: ['chmod 600 /home/gertrud/private-key.pem'],
		mend: {kind: 'mode' as const, path: '/home/gertrud/private-key.pem', mode: 0o600},
	};
	const problem = {finding, check: 'account' as const, remedy, consequences: [finding]};
	return {
		verdict: 'broken',
		summary: 'welding does not work.',
		cause: problem,
		others: [problem],
		checks: [{check: 'account', state: 'failed', words: 'welding-robot lets nobody in', findings: [finding]}],
		prediction: {
			state: 'refused',
			code: 'AccessDeniedException',
			message: `Unable to assume role for ${ROLE}.`,
			isRecorded: true,
			provided: 'the account',
		},
		messages: [
			{
				from: 'told',
				quoted: 'An error from hall-seven.example.com',
				at: '2026-05-31T00:00:00Z',
				known: {
					speaker: 'service',
					fact: 'ERR-10',
					stage: 'assume-role',
					meaning: 'The role does not let it in.',
					causes: [{rules: [rule.id], what: 'The trust policy.', next: 'Look at it.'}],
				},
			},
		],
		open: [{what: 'The network was not looked at.', leavesOpen: 'A proxy.', next: 'Leave --offline out.'}],
	};
}
