// Every page works without this script; it adds what the design system's components need.
import * as designSystem from 'dkfds';
import './assignments';
import './workshops';
import './catalogue';
import './platforms';

document.documentElement.classList.add('js');
designSystem.init();
