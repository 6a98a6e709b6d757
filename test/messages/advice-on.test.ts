import {expect, test} from 'vitest';
import {adviceOn} from '../../src/messages/advice-on.ts';

test('advice is on the first message, a few steps, each once', () => {
	expect(adviceOn('Untrusted signing certificate')).toHaveLength(3);
	expect(adviceOn('Certificate revoked')[0]).toMatch(/^Issue a new certificate/);
	expect(adviceOn('something else')).toEqual([]);
});
