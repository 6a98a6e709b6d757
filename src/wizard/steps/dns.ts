import {encodeAlternativeNames} from '../../pki/names/alternative-names.ts';
import {list} from '../field.ts';
import {problemFrom} from '../names.ts';
import {makesKeyHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'dns',
	key: 'dns',
	...steps.dns,
	section: 'certificate',
	field: list('build-17.example.com'),
	unanswered: 'leave',
	problemWith: dns => problemFrom(() => encodeAlternativeNames({dns})),
	isNeeded: makesKeyHere,
});
