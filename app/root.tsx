/** The frame of every page: menu, who is looking, marking, footer. */
import "@fontsource-variable/ibm-plex-sans/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./ui/tokens.css";
import "./ui/ui.css";
import "./ui/sign-in.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Footer, TopBar } from "./ui/frame.tsx";
import { useNonce } from "./ui/nonce.ts";
import { PageFault } from "./ui/page-fault.tsx";

export const meta: MetaFunction = () => [{ title: "Plenary" }];

export function loader({ context }: LoaderFunctionArgs) {
  const { viewer, now, heard } = context;
  return {
    now,
    heard,
    viewer:
      viewer === null
        ? null
        : {
            name: viewer.name,
            title: viewer.title,
            memberName: viewer.memberName,
            zone: viewer.zone,
            city: viewer.city,
            colour: viewer.colour,
            committees: viewer.committees.map(({ code, name }) => ({ code, name })),
            isReviewer: viewer.isReviewer,
            isRegimeSecretariat: viewer.isRegimeSecretariat,
          },
  };
}

export type FrameData = Awaited<ReturnType<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <TopBar viewer={frame?.viewer ?? null} />
        <main id="text" tabIndex={-1}>
          {children}
        </main>
        <Footer viewer={frame?.viewer ?? null} now={frame?.now ?? null} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <PageFault />;
}
