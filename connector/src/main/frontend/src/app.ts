// Every page works without this script; it adds what the design system's components need.
import * as designSystem from 'dkfds';

document.documentElement.classList.add('js');
designSystem.init();
