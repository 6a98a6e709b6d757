import {choice} from '../field.ts';
import {PARTS} from '../part.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'part',
	key: 'part',
	...steps.part,
	section: 'place',
	asked: 'always',
	field: choice(PARTS, choices.part),
	suggest: ({trustAnchorArn}) =>
		trustAnchorArn === undefined
			? {value: 'all', origin: 'usual'}
			: {value: 'machine', origin: 'because the ARN of a trust anchor is given'},
});
