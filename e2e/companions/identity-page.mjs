const field = (name, label, type = "text") =>
  `<p><label for="${name}">${label}</label><br><input id="${name}" name="${name}" type="${type}"></p>`;

/** Where somebody says to the identity provider of the tests who they are. */
export const signInPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Identity provider</title></head>
<body>
<main>
<h1>Say who you are</h1>
<form method="post">
${field("email", "Email address", "email")}
${field("given-name", "First name")}
${field("family-name", "Last name")}
${field("urn", "URN of your organisation")}
<button name="answer" value="sign-in">Sign in</button>
<button name="answer" value="cancel">Cancel</button>
</form>
</main>
</body>
</html>
`;
