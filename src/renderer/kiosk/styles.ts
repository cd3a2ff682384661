import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './letters.css'
import './kiosk.css'
