import {defineCommand, noOperands} from '../command.ts';
import {exit} from '../exit-codes.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'credentials',
	summary: 'Gets credentials for a certificate, as a credential_process prints them.',
	description:
		'For the credential_process line of ~/.aws/config, which configure writes. Credentials are kept under the state ' +
		'folder, readable by you only, and printed again until ten minutes before they end. So is the last error, for doctor.',
	operands: noOperands,
	flags: {
		certificate: flag.requiredText({
			placeholder: 'FILE',
			description: 'End-entity certificate (PEM); others in the file are sent as its chain.',
		}),
		privateKey: flag.requiredText({placeholder: 'FILE', description: 'Its private key (PEM).'}),
		intermediates: flag.text({
			placeholder: 'FILE',
			description: 'Certificates between it and the trust anchor, if any (PEM).',
		}),
		trustAnchorArn: flag.requiredText({placeholder: 'ARN', description: 'Trust anchor.'}),
		profileArn: flag.requiredText({placeholder: 'ARN', description: 'Roles Anywhere profile.'}),
		roleArn: flag.requiredText({placeholder: 'ARN', description: 'Role to assume.'}),
		sessionDuration: flag.integer({
			placeholder: 'SECONDS',
			description: "How long credentials last; the Roles Anywhere profile's duration unless given.",
			minimum: 900,
			maximum: 43_200,
		}),
		roleSessionName: flag.text({
			placeholder: 'NAME',
			description: 'Session name, where the Roles Anywhere profile accepts one.',
		}),
		endpoint: flag.text({placeholder: 'URL', description: "Instead of AWS's own, such as a rehearsal's."}),
		noCache: flag.toggle({description: 'Ask the service, and keep nothing on disk.'}),
		passphraseEnv: flag.text({
			placeholder: 'VARIABLE',
			description: 'Read the passphrase of an encrypted key from this environment variable.',
		}),
	},
	examples: [
		'credentials --certificate certificate.pem --private-key private-key.pem --trust-anchor-arn ARN --profile-arn ARN --role-arn ARN',
	],
	async run({flags, shared}, context) {
		const {provideCredentials} = await import('../provide-credentials.ts');
		const credentials = await provideCredentials({...flags, ...shared}, context);
		return {exit: exit.done, result: {...credentials}, text: `${JSON.stringify(credentials)}\n`};
	},
});
