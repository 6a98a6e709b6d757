import {askingMode} from '../asking-mode.ts';
import {defineCommand, noOperands} from '../command.ts';
import {flag} from '../flag.ts';

const UNATTENDED = {kind: 'unattended'} as const;

export default defineCommand({
	name: 'doctor',
	summary: 'Finds out why there are no credentials, and says what mends it.',
	description:
		'Looks at the AWS config files, the credential process and its program, certificate, key and chain, the way to the ' +
		'service, and, with --admin-profile, at the account; asks for one session, unless --offline is given; and names the ' +
		'most likely cause with the command that mends it. Nothing is changed without --mend or a yes. Exit code 1 means that ' +
		'something is broken.\n' +
		'Flags that credentials has too stand for the credential process where none is configured, and win over it.',
	operands: noOperands,
	flags: {
		cliProfile: flag.text({
			placeholder: 'NAME',
			description: 'AWS CLI profile that lacks credentials; told from AWS_PROFILE and the files unless given.',
		}),
		error: flag.text({
			placeholder: 'TEXT',
			description: 'Message of an error to explain, from whatever program; - reads standard input.',
		}),
		offline: flag.toggle({description: 'Send nothing anywhere.'}),
		user: flag.text({placeholder: 'USER', description: 'Look at files as this user of the system would.'}),
		mend: flag.toggle({
			description: 'Do what mends the cause, where this program can; changes at AWS only with --yes.',
		}),
		bundle: flag.path({
			placeholder: 'FILE',
			description: 'Write what was seen into this new file, without anything secret, for somebody else to look at.',
		}),
		mask: flag.toggle({description: 'With --bundle: put made-up names in the place of accounts and names.'}),
		from: flag.path({placeholder: 'FILE', description: 'Judge what such a file holds, and look at nothing here.'}),
		certificate: flag.path({placeholder: 'FILE', description: 'End-entity certificate (PEM).'}),
		privateKey: flag.path({placeholder: 'FILE', description: 'Its private key (PEM).'}),
		intermediates: flag.path({
			placeholder: 'FILE',
			description: 'Certificates between it and the trust anchor, if any (PEM).',
		}),
		trustAnchorArn: flag.text({placeholder: 'ARN', description: 'Trust anchor.'}),
		profileArn: flag.text({placeholder: 'ARN', description: 'Roles Anywhere profile.'}),
		roleArn: flag.text({placeholder: 'ARN', description: 'Role to assume.'}),
		sessionDuration: flag.text({placeholder: 'SECONDS', description: 'How long credentials should last.'}),
		roleSessionName: flag.text({placeholder: 'NAME', description: 'Session name.'}),
		endpoint: flag.text({placeholder: 'URL', description: "Instead of AWS's own, such as a rehearsal's."}),
		passphraseEnv: flag.text({
			placeholder: 'VARIABLE',
			description: 'Read the passphrase of an encrypted key from this environment variable.',
		}),
	},
	examples: [
		'doctor --cli-profile build',
		'doctor --offline --json',
		"doctor --error 'AccessDeniedException: Untrusted signing certificate'",
		'doctor --cli-profile build --admin-profile admin --mend --yes',
		'doctor --bundle evidence.json --mask',
		'doctor --from evidence.json',
	],
	async run({flags, shared}, context) {
		const mode = needsNobody({...flags, ...shared}) ? UNATTENDED : askingMode(context, {isPlain: shared.plain});
		if (mode.kind === 'unattended') {
			const {doctor} = await import('../doctor.ts');
			return doctor({...flags, ...shared}, context);
		}

		const {askDoctor} = await import('../ask-doctor.ts');
		return askDoctor({...flags, ...shared}, {mode, color: shared.color}, context);
	},
});

/** True where nobody is to be asked, or nobody could answer because standard input is something else. */
function needsNobody({
	yes,
	json,
	mend,
	from,
	error,
	passphraseFile,
}: {
	readonly yes: boolean;
	readonly json: boolean;
	readonly mend: boolean;
	readonly from: string | undefined;
	readonly error: string | undefined;
	readonly passphraseFile: string | undefined;
}): boolean {
	return yes || json || mend || from !== undefined || error === '-' || passphraseFile === '-';
}
