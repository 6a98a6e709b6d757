import {encodeAlternativeNames} from '../../pki/names/alternative-names.ts';
import {list} from '../field.ts';
import {problemFrom} from '../names.ts';
import {makesKeyHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'email',
	key: 'email',
	...steps.email,
	section: 'certificate',
	field: list('build@example.com'),
	unanswered: 'leave',
	problemWith: email => problemFrom(() => encodeAlternativeNames({email})),
	isNeeded: makesKeyHere,
});
