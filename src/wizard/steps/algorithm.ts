import {DEFAULT_KEY_ALGORITHM, KEY_ALGORITHMS} from '../../pki/keys/algorithm.ts';
import {choice} from '../field.ts';
import {makesKeyHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'algorithm',
	key: 'algorithm',
	...steps.algorithm,
	section: 'certificate',
	field: choice(KEY_ALGORITHMS, choices.algorithm),
	isNeeded: makesKeyHere,
	suggest: () => ({value: DEFAULT_KEY_ALGORITHM, origin: 'usual'}),
});
