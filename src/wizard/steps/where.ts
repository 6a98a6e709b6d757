import {toggle} from '../field.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'where',
	key: 'rehearse',
	...steps.where,
	section: 'place',
	asked: 'always',
	field: toggle(choices.where),
	suggest: () => ({value: false, origin: 'usual'}),
});
