import {describe, expect, test} from 'vitest';
import {findUser, otherUser, surroundingsOf} from '../../../src/doctor/gather/find-user.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';

const USERS = ['root:x:0:0:root:/root:/bin/sh', 'www:x:33:34:Web,,:/var/www:/sbin/nologin', 'odd:x:7:7:::'];
const GROUPS = ['root:x:0:', 'www:x:34:', 'pki:x:50:other,www', 'ssl:x:51:www'];

describe('another user', () => {
	test.each(['www', '33'])('is known as %s, with their groups and their home', wanted => {
		expect(otherUser(wanted, USERS, GROUPS)).toEqual({
			user: {name: 'www', uid: 33, gids: [34, 50, 51], isSelf: false},
			home: '/var/www',
		});
	});

	test('may have no home', () => {
		expect(otherUser('odd', USERS, GROUPS)).toEqual({user: {name: 'odd', uid: 7, gids: [7], isSelf: false}});
	});

	test('may be a number without a name, as in containers', () => {
		expect(otherUser('65532', USERS, GROUPS)).toEqual({user: {uid: 65_532, gids: [65_532], isSelf: false}});
	});

	test('is refused when nobody has that name', () => {
		expect(() => otherUser('nobody-here', USERS, GROUPS)).toThrow(
			/nobody-here cannot be looked up: no user of this name/,
		);
	});

	test('finds files in a home of their own', () => {
		const surroundings = surroundingsForTest({userHome: () => '/root'});
		const user = {uid: 33, gids: [33], isSelf: false};

		expect(surroundingsOf({user, home: '/var/www'}, surroundings).userHome()).toBe('/var/www');
		expect(() => surroundingsOf({user}, surroundings).userHome()).toThrow(
			'The system names no home folder for user 33.',
		);
		expect(surroundingsOf({}, surroundings).userHome()).toBe('/root');
	});
});

describe('whoever runs this', () => {
	test('is the user unless another is named', async () => {
		const {user} = await findUser(surroundingsForTest());

		expect(user).toMatchObject({uid: process.getuid?.(), isSelf: true});
		await expect(findUser(surroundingsForTest({options: {isOffline: true, user: String(user?.uid)}}))).resolves.toEqual(
			{
				user,
			},
		);
	});
});
