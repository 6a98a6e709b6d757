import {defineCommand} from '../command.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'lint',
	summary: 'Judges certificates, keys, requests and lists by every rule of the service.',
	description:
		'Takes files, folders with all below them, and - for standard input: PEM with whatever stands around it, DER, PKCS#7, ' +
		'PKCS#12, Kubernetes Secrets and more. Everything given is judged as one set: which key belongs to which certificate, ' +
		'who issued whom, what is missing. Keys are never shown. Nothing is fetched and nothing that was given is changed. ' +
		'Exit code 1 means that there are findings as bad as --fail-on.\n' +
		'More than 8 MB of PEM is judged as it is read, each thing by itself.',
	operands: {placeholder: 'FILE|DIR|-...', minimum: 1, maximum: Number.POSITIVE_INFINITY},
	flags: {
		as: flag.choice({
			choices: ['auto', 'anchor', 'issuer', 'end-entity'],
			description: 'What every certificate is for; auto, told from its content, unless given.',
		}),
		at: flag.text({
			placeholder: 'TIME',
			description: 'Moment of judgement, such as 2026-06-01T12:00:00Z; now unless given.',
		}),
		failOn: flag.choice({
			choices: ['error', 'warning', 'notice', 'never'],
			description: 'The mildest finding that makes the exit code 1; error unless given. With never, none does.',
		}),
		format: flag.choice({
			choices: ['text', 'json', 'sarif'],
			description: 'What to print; json is the same as --json, sarif is SARIF 2.1.0 for code scanning.',
		}),
		rule: flag.texts({placeholder: 'ID', description: 'Judge by this rule alone.'}),
		fixInto: flag.text({
			placeholder: 'DIR',
			description:
				'Write the repaired set into this folder, which must be new or empty: PEM in order, with the shortest chain, keys as PKCS#8 for their owner alone.',
		}),
		decryptKeys: flag.toggle({
			description: 'With --fix-into: write keys in clear that a passphrase protected.',
		}),
		passphraseEnv: flag.text({
			placeholder: 'VAR',
			description: 'Take the passphrase of PKCS#12 files and keys from this environment variable.',
		}),
	},
	examples: [
		'lint certificate.pem chain.pem private-key.pem',
		'lint --as anchor root.pem',
		'lint --format sarif pki/',
		'lint --fix-into repaired bundle.p12 --passphrase-file passphrase.txt',
		'lint --fail-on warning --rule ee-valid-now --rule ends-soon -',
	],
	formatFlag: 'format',
	async run({operands, flags, shared}, context) {
		const {lint} = await import('../lint.ts');
		return lint({...flags, operands, passphraseFile: shared.passphraseFile, isJson: shared.json}, context);
	},
});
