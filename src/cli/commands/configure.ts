import {defineCommand, noOperands} from '../command.ts';
import {configureCliProfile, undoConfigure} from '../configure.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'configure',
	summary: 'Writes the block of ~/.aws/config that gets credentials.',
	description:
		'Only the section of this CLI profile changes; every other byte of the file stays, and a backup is kept. The AWS CLI ' +
		'and the SDKs then get credentials by themselves. AWS_CONFIG_FILE names another file.',
	operands: noOperands,
	flags: {
		cliProfile: flag.requiredText({placeholder: 'NAME', description: 'CLI profile to write.'}),
		certificate: flag.text({placeholder: 'FILE', description: 'End-entity certificate (PEM).'}),
		privateKey: flag.text({placeholder: 'FILE', description: 'Its private key (PEM).'}),
		intermediates: flag.text({
			placeholder: 'FILE',
			description: 'Certificates between it and the trust anchor, if any (PEM).',
		}),
		trustAnchorArn: flag.text({placeholder: 'ARN', description: 'Trust anchor.'}),
		profileArn: flag.text({placeholder: 'ARN', description: 'Roles Anywhere profile.'}),
		roleArn: flag.text({placeholder: 'ARN', description: 'Role to assume.'}),
		sessionDuration: flag.integer({
			placeholder: 'SECONDS',
			description: 'How long credentials last; 3600 unless given.',
			minimum: 900,
			maximum: 43_200,
		}),
		roleSessionName: flag.text({placeholder: 'NAME', description: 'Session name, where the profile accepts one.'}),
		helper: flag.choice({
			choices: ['own', 'official'],
			description: 'Whether this program gets the credentials (own) or aws_signing_helper does.',
		}),
		helperProgram: flag.text({placeholder: 'FILE', description: 'Where aws_signing_helper is, if not in PATH.'}),
		endpoint: flag.text({placeholder: 'URL', description: 'Endpoint of a rehearsal; not needed for AWS.'}),
		replace: flag.toggle({description: 'Take over a CLI profile that runs another credential process.'}),
		dryRun: flag.toggle({description: 'Show what would change, and change nothing.'}),
		undo: flag.toggle({description: 'Take back what configure changed in this CLI profile.'}),
	},
	examples: [
		'configure --cli-profile build --certificate build/certificate.pem --private-key build/private-key.pem --trust-anchor-arn ARN --profile-arn ARN --role-arn ARN',
		'configure --cli-profile build --undo',
	],
	run: ({flags, shared}, context) =>
		flags.undo ? undoConfigure(flags, context) : configureCliProfile({...flags, ...shared}, context),
});
