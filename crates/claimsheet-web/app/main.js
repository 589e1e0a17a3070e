// Begins.

engine.start().catch((error) => complain(`This browser cannot run the page: ${error.message}`));
showGoing();
