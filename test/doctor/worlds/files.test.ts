import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {files} from './catalogue/files.ts';
import {keys} from './catalogue/keys.ts';

tryWorlds('files', files);
tryWorlds('keys', keys);
