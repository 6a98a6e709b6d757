import {describe, expect, test} from 'vitest';
import {configLocations} from '../../src/config-file/locations.ts';

const surroundings = {env: {}, workingDirectory: '/srv', userHome: () => '/home/ada'};

describe('configLocations (CFG-01)', () => {
	test('finds both files at home', () => {
		expect(configLocations(surroundings)).toEqual({
			config: '/home/ada/.aws/config',
			credentials: '/home/ada/.aws/credentials',
			home: '/home/ada',
		});
	});

	test('follows the variables, whose ~ and variables it expands as botocore does', () => {
		const env = {
			AWS_CONFIG_FILE: `~/aws/$STAGE/\${STAGE}.ini$NONE`,
			AWS_SHARED_CREDENTIALS_FILE: 'relative',
			STAGE: 'test',
		};

		expect(configLocations({...surroundings, env})).toEqual({
			config: '/home/ada/aws/test/test.ini$NONE',
			credentials: '/srv/relative',
			home: undefined,
		});
	});

	test('takes an empty variable for none', () => {
		expect(configLocations({...surroundings, env: {AWS_CONFIG_FILE: ''}}).config).toBe('/home/ada/.aws/config');
	});

	test('needs no home where both files are named', () => {
		const env = {AWS_CONFIG_FILE: '/a', AWS_SHARED_CREDENTIALS_FILE: '/b'};
		const userHome = (): never => {
			throw new Error('asked for home');
		};

		expect(configLocations({...surroundings, env, userHome})).toEqual({
			config: '/a',
			credentials: '/b',
			home: undefined,
		});
	});
});
