// Tells the page around the frame how high this one is: see docs/embedding.md. It says nothing else, and hears nothing.
if (parent !== self) {
	const tell = () =>
		parent.postMessage(
			{
				handrail: 'height',
				version: 1,
				page: location.pathname,
				height: Math.ceil(document.documentElement.getBoundingClientRect().height),
			},
			// it holds nothing that another site could not read from its own frame
			'*',
		);
	new ResizeObserver(tell).observe(document.documentElement);
	addEventListener('load', tell);
}
