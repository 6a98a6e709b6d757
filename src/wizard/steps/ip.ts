import {encodeAlternativeNames} from '../../pki/names/alternative-names.ts';
import {list} from '../field.ts';
import {problemFrom} from '../names.ts';
import {makesKeyHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'ip',
	key: 'ip',
	...steps.ip,
	section: 'certificate',
	field: list('192.0.2.17'),
	unanswered: 'leave',
	problemWith: ip => problemFrom(() => encodeAlternativeNames({ip})),
	isNeeded: makesKeyHere,
});
