import {answerFlags} from '../answer-flags.ts';
import {askingMode} from '../asking-mode.ts';
import {defineCommand, noOperands} from '../command.ts';
import {flag} from '../flag.ts';

const UNATTENDED = {kind: 'unattended'} as const;

export default defineCommand({
	name: 'setup',
	summary: 'Takes this machine from nothing to working IAM Roles Anywhere credentials.',
	description:
		'Plans what should exist (an authority, a certificate, a trust anchor, a role, a Roles Anywhere profile and an AWS CLI ' +
		'profile), shows it, makes it, and proves that it works. Run again it changes nothing, or goes on where it stopped. ' +
		'In a terminal it asks for ' +
		'what is not answered, and keeps the answers until it is done. ' +
		'Answers come from flags, then from the answers file, then from what is found here; what grants access is never assumed.\n' +
		'An answers file is a JSON object whose keys are the flags in camelCase. Relative paths start at the working directory.',
	operands: noOperands,
	flags: {
		...answerFlags,
		answers: flag.path({placeholder: 'FILE', description: 'Read answers from this file; - reads standard input.'}),
		planOnly: flag.toggle({description: 'Show the plan and change nothing.'}),
	},
	examples: [
		'setup --rehearse --subject CN=build-17 --permissions none --no-passphrase --yes',
		'setup --answers answers.json --plan-only',
		'setup --region eu-central-1 --subject CN=build-17 --permissions-policy policy.json --passphrase-file secret.txt --yes',
	],
	async run({flags, shared}, context) {
		const {setUp} = await import('../setup.ts');
		const {answers: answersFile, planOnly: isPlanOnly, ...typed} = flags;
		const {plain: isPlain, yes: isYes, json, color} = shared;
		const mode = isYes || isPlanOnly || json ? UNATTENDED : askingMode(context, {isPlain});
		return setUp({typed, answersFile, isPlanOnly, isYes, mode, color}, context);
	},
});
