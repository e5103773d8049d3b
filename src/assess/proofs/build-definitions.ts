/**
 * Files that fix versions of third-party parts and settings of builds, by the names that common tools give them: a unit
 * is as old as the compiler options and the libraries that it was built with.
 */

const NAMES = new Set(
  `package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.json deno.lock
   composer.json composer.lock Cargo.toml Cargo.lock pyproject.toml poetry.lock pdm.lock uv.lock Pipfile Pipfile.lock
   setup.py setup.cfg environment.yml Gemfile Gemfile.lock go.mod go.sum go.work pom.xml build.gradle build.gradle.kts
   settings.gradle settings.gradle.kts gradle.properties gradle.lockfile libs.versions.toml packages.config
   packages.lock.json global.json nuget.config paket.lock Podfile Podfile.lock Package.swift Package.resolved mix.exs
   mix.lock pubspec.yaml pubspec.lock conanfile.txt conanfile.py conan.lock vcpkg.json vcpkg-configuration.json west.yml
   idf_component.yml dependencies.lock platformio.ini sdkconfig prj.conf Kconfig Makefile makefile GNUmakefile
   CMakeLists.txt CMakePresets.json meson.build meson.options BUILD BUILD.bazel WORKSPACE WORKSPACE.bazel MODULE.bazel
   MODULE.bazel.lock SConstruct flake.nix flake.lock Dockerfile Containerfile .nvmrc .node-version .python-version
   .tool-versions rust-toolchain rust-toolchain.toml .gitmodules`.split(/\s+/),
);

const ENDINGS =
  /^(?:tsconfig[\w.-]*\.json|(?:requirements|constraints)[\w.-]*\.txt|(?:Dockerfile|Containerfile)\.[\w.-]+|[\w.-]+\.(?:csproj|fsproj|vbproj|vcxproj|sln|props|targets|cmake|mk|ld|icf|sct|gemspec|cabal))$/;

export function isBuildDefinition(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return NAMES.has(name) || ENDINGS.test(name);
}
