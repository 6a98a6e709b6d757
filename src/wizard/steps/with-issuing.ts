import {toggle} from '../field.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'with-issuing',
	key: 'withIssuing',
	...steps['with-issuing'],
	section: 'authority',
	field: toggle(choices['with-issuing']),
	isNeeded: ({issuerSource}) => issuerSource === 'new',
	problemWith: (isWanted, {issuerSubject = 'CN='}) =>
		isWanted && !/(^|[,+]\s*)CN=/i.test(issuerSubject)
			? 'Then the authority needs a CN, such as CN=Build hosts CA, to tell the two apart.'
			: undefined,
	suggest: () => ({value: false, origin: 'usual'}),
});
