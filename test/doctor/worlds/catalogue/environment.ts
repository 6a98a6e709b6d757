import {HOST} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** Variables that lead clients elsewhere. */
export const environment = [
	defineWorld({
		name: 'AWS_CONFIG_FILE names a file that is not there',
		fact: 'CFG-01',
		cause: 'config-profile-found',
		breaks(world) {
			world.env['AWS_CONFIG_FILE'] = world.path('.aws/konfig');
		},
	}),
	defineWorld({
		name: 'AWS_PROFILE names a profile that is not there',
		fact: ['6.4 Unable to locate credentials', '6.4 The config profile (x) could not be found'],
		cause: 'config-profile-found',
		how: {withoutProfile: true},
		breaks(world) {
			world.env['AWS_PROFILE'] = 'biuld';
		},
	}),
	defineWorld({
		name: 'keys in the environment win over AWS_PROFILE',
		fact: ['CFG-09', '6.6 wrong identity is used', '6.4 works but wrong identity'],
		cause: 'config-environment',
		how: {withoutProfile: true},
		breaks(world) {
			world.env['AWS_PROFILE'] = 'build';
			world.env['AWS_ACCESS_KEY_ID'] = 'AKIAEXAMPLEEXAMPLE00';
			world.env['AWS_SECRET_ACCESS_KEY'] = 'not-a-secret';
		},
	}),
	defineWorld({
		name: 'a variable sends requests to another endpoint',
		fact: ['EPT-06', '6.6 proxy, TLS, DNS'],
		cause: 'network-connects',
		breaks(world) {
			world.config(/ --endpoint \S+/, '');
			world.config(/^endpoint_url = .*\n/m, '');
			world.env['AWS_ENDPOINT_URL'] = world.rehearsal.endpoint;
			world.env['AWS_ENDPOINT_URL_ROLESANYWHERE'] = 'http://127.0.0.1:9';
		},
	}),
	defineWorld({
		name: 'AWS_CA_BUNDLE names a file that is not there',
		fact: '6.6 proxy, TLS, DNS',
		cause: 'network-authorities',
		breaks(world) {
			world.env['AWS_CA_BUNDLE'] = world.path('ca-bundle.pem');
		},
	}),
	defineWorld({
		name: 'the certificate is named by a variable that this user does not have',
		fact: ['CFG-41', '6.3 unable to use cert store signer on linux'],
		cause: ['config-same-command', 'config-absolute-paths'],
		breaks: world => world.flag('certificate', '$CERTIFICATE'),
	}),
	defineWorld({
		name: 'the AWS_REGION of a shell is another one than the profile has, and old clients read AWS_DEFAULT_REGION only',
		fact: 'CFG-13',
		cause: 'config-region',
		how: {isHarmless: true},
		breaks(world) {
			world.edit(HOST.config, text => text.replace('region = us-east-1\n', ''));
			world.env['AWS_REGION'] = 'eu-west-1';
		},
	}),
	defineWorld({
		name: 'a service without HOME looks for its config file nowhere',
		fact: ['CFG-01', '6.6 works by hand, fails in CI / container'],
		cause: ['host-home', 'config-profile-found', 'config-location'],
		how: {notFollowed: 'nothing here says where the home of a user is who has none'},
		breaks(world) {
			delete world.env['HOME'];
		},
	}),
	defineWorld({
		name: 'the config file belongs to the user who set it up, not to the one who runs the workload',
		fact: ['CFG-01', '6.6 works by hand, fails in CI / container'],
		cause: ['host-config-readable', 'config-profile-found'],
		how: {words: ['--user', '65534']},
		breaks(world) {
			world.openToEverybody();
			world.chmod(HOST.privateKey, 0o644);
			world.chmod(HOST.config, 0o600);
			world.env['AWS_CONFIG_FILE'] = world.path(HOST.config);
		},
	}),
];
