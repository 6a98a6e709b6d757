import {toggle} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'where',
	key: 'rehearse',
	...steps.where,
	field: toggle(),
	suggest: () => ({value: false, origin: 'usual'}),
});
