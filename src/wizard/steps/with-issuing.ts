import {toggle} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'with-issuing',
	key: 'withIssuing',
	...steps['with-issuing'],
	field: toggle(),
	isNeeded: ({issuerSource}) => issuerSource === 'new',
	suggest: () => ({value: false, origin: 'usual'}),
});
