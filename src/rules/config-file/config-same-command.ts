import type {ConfigFiles, ProcessLine} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {processPlace} from './places.ts';
import {externalProcess} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-same-command',
	severity: 'error',
	title: 'Every client makes the same arguments of the credential_process.',
	why: 'The AWS CLI splits the line itself and runs no shell; the AWS SDK for JavaScript gives it to one, which interprets ~, $, globs and more.',
	fix: 'Use absolute paths and plain words, and put double quotes around those with blanks.',
	source: externalProcess(['CFG-31', 'CFG-40', 'CFG-41', 'CFG-42', 'CFG-43', 'CFG-47']),
	examples: {
		fails: '[profile a]\ncredential_process = ~/bin/helper',
		passes: '[profile a]\ncredential_process = "/opt/my programs/helper"',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check: files =>
		files.processLines.flatMap(line => {
			const difference = differenceIn(line);
			return difference === undefined ? [] : [{at: processPlace(files, line), message: difference}];
		}),
});

function differenceIn({toBotocore, toShell}: ProcessLine): string | undefined {
	if (!toBotocore.ok) {
		return `The AWS CLI cannot split the command: ${toBotocore.problem}.`;
	}

	if (toShell === undefined) {
		return 'The AWS SDK for JavaScript sees no credential_process.';
	}

	if (!toShell.ok) {
		return `Clients that use a shell read the command differently: ${toShell.problem}.`;
	}

	const isSame =
		toShell.value.length === toBotocore.value.length &&
		toShell.value.every((word, index) => word === toBotocore.value[index]);
	return isSame ? undefined : 'Clients that use a shell make other arguments of the command than the AWS CLI.';
}
