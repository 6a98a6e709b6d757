import {partitionOf} from '../../aws/partition.ts';
import {text} from '../field.ts';
import {setsUpAws} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'region',
	key: 'region',
	...steps.region,
	section: 'place',
	asked: 'on-aws',
	field: text('eu-central-1'),
	isNeeded: setsUpAws,
	suggest: ({rehearse}, detected) =>
		rehearse === true
			? (detected.rehearsalRegion ?? {value: 'us-east-1', origin: 'usual in rehearsals'})
			: detected.region,
	problemWith: region =>
		partitionOf(region) === undefined ? 'It is no AWS region; one reads eu-central-1.' : undefined,
});
