import './styles/pico.scss';
import './styles/main.css';
import './styles/login.css';
import { render } from 'preact';
import { start } from './state/snapshots';
import { followLanguage } from './state/words';
import { LoginView } from './views/LoginView';

const root = document.getElementById('app');
if (root) {
  void start();
  await followLanguage();
  render(<LoginView />, root);
}
