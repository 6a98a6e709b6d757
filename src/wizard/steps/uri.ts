import {encodeAlternativeNames} from '../../pki/names/alternative-names.ts';
import {list} from '../field.ts';
import {problemFrom} from '../names.ts';
import {makesKeyHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'uri',
	key: 'uri',
	...steps.uri,
	section: 'certificate',
	field: list('spiffe://example.com/build-17'),
	unanswered: 'leave',
	problemWith: uri => problemFrom(() => encodeAlternativeNames({uri})),
	isNeeded: makesKeyHere,
});
