import {DEFAULT_KEY_ALGORITHM, KEY_ALGORITHMS} from '../../pki/keys/algorithm.ts';
import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-algorithm',
	key: 'issuerAlgorithm',
	...steps['issuer-algorithm'],
	section: 'authority',
	asked: 'always',
	field: choice(KEY_ALGORITHMS, choices['issuer-algorithm']),
	isNeeded: ({issuerSource}) => issuerSource === 'new',
	suggest: () => ({value: DEFAULT_KEY_ALGORITHM, origin: 'usual'}),
});
