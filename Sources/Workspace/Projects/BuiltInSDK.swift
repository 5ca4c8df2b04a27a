/// What the .NET SDKs and MSBuild's own targets contribute to a project's evaluation, in our own words: the defaults, the
/// default globs, the implicit usings, and the points where `Directory.Build.*`, `Directory.Packages.props` and NuGet's
/// generated files are imported. It stands in for the SDK's files, which need not be on the machine.
enum BuiltInSDK {
  /// A folder that is on no disk; paths below it name the texts here.
  static let toolsFolder = "/~msbuild"

  static func isInside(_ path: String) -> Bool { path.hasPrefix(toolsFolder + "/") }

  /// - Parameters:
  ///   - sdk: in lower case.
  ///   - file: `Sdk.props` or `Sdk.targets`.
  static func path(sdk: String, file: String) -> String? {
    guard names.contains(sdk) else { return nil }
    return "\(toolsFolder)/Sdks/\(sdk)/\(file.asciiLowercased)"
  }

  private static let names: Set<String> = [
    "microsoft.net.sdk", "microsoft.net.sdk.web", "microsoft.net.sdk.razor", "microsoft.net.sdk.worker",
    "microsoft.net.sdk.windowsdesktop", "microsoft.net.sdk.blazorwebassembly", "microsoft.net.sdk.functions",
    "microsoft.net.sdk.webassembly",
  ]

  static func text(_ path: String) -> String? {
    guard let inner = FilePath.inside(path, toolsFolder)?.asciiLowercased else { return nil }
    if inner.hasPrefix("sdks/") {
      let parts = inner.split(separator: "/")
      guard let file = parts.last, parts.count >= 3 else { return nil }
      let isProps = file == "sdk.props"
      guard isProps || file == "sdk.targets" else { return nil }
      switch parts[1] {
      case "microsoft.net.sdk", "microsoft.net.sdk.windowsdesktop": return isProps ? netProps : netTargets
      case "microsoft.net.sdk.razor", "microsoft.net.sdk.functions": return wrap("", isProps: isProps)
      case "microsoft.net.sdk.web": return wrap(webProps, isProps: isProps)
      case "microsoft.net.sdk.worker": return wrap(workerProps, isProps: isProps)
      case "microsoft.net.sdk.webassembly":
        return wrap("<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>", isProps: isProps)
      case "microsoft.net.sdk.blazorwebassembly": return wrap(blazorProps, isProps: isProps)
      default: return nil
      }
    }
    switch FilePath.name(inner) {
    case "microsoft.common.props": return commonProps
    case "microsoft.csharp.targets", "microsoft.common.targets": return commonTargets
    default: return nil
    }
  }

  private static func wrap(_ props: String, isProps: Bool) -> String {
    isProps
      ? "<Project><Import Project=\"Sdk.props\" Sdk=\"Microsoft.NET.Sdk\"/>\(props)</Project>"
      : "<Project><Import Project=\"Sdk.targets\" Sdk=\"Microsoft.NET.Sdk\"/></Project>"
  }

  private static let usingsAreImplicit = "'$(ImplicitUsings)' == 'enable' or '$(ImplicitUsings)' == 'true'"

  private static let directoryBuildProps = """
    <PropertyGroup>
      <ImportDirectoryBuildProps Condition="'$(ImportDirectoryBuildProps)' == ''">true</ImportDirectoryBuildProps>
    </PropertyGroup>
    <PropertyGroup Condition="'$(ImportDirectoryBuildProps)' == 'true' and '$(DirectoryBuildPropsPath)' == ''">
      <DirectoryBuildPropsPath>$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildProjectDirectory)'))</DirectoryBuildPropsPath>
    </PropertyGroup>
    <Import Project="$(DirectoryBuildPropsPath)" Condition="'$(ImportDirectoryBuildProps)' == 'true' and Exists('$(DirectoryBuildPropsPath)')"/>
    """

  private static let directoryBuildTargets = """
    <PropertyGroup>
      <ImportDirectoryBuildTargets Condition="'$(ImportDirectoryBuildTargets)' == ''">true</ImportDirectoryBuildTargets>
    </PropertyGroup>
    <PropertyGroup Condition="'$(ImportDirectoryBuildTargets)' == 'true' and '$(DirectoryBuildTargetsPath)' == ''">
      <DirectoryBuildTargetsPath>$([MSBuild]::GetPathOfFileAbove('Directory.Build.targets', '$(MSBuildProjectDirectory)'))</DirectoryBuildTargetsPath>
    </PropertyGroup>
    <Import Project="$(DirectoryBuildTargetsPath)" Condition="'$(ImportDirectoryBuildTargets)' == 'true' and Exists('$(DirectoryBuildTargetsPath)')"/>
    """

  private static let directoryPackagesProps = """
    <PropertyGroup>
      <ImportDirectoryPackagesProps Condition="'$(ImportDirectoryPackagesProps)' == ''">true</ImportDirectoryPackagesProps>
    </PropertyGroup>
    <PropertyGroup Condition="'$(ImportDirectoryPackagesProps)' == 'true' and '$(DirectoryPackagesPropsPath)' == ''">
      <DirectoryPackagesPropsPath>$([MSBuild]::GetPathOfFileAbove('Directory.Packages.props', '$(MSBuildProjectDirectory)'))</DirectoryPackagesPropsPath>
    </PropertyGroup>
    <Import Project="$(DirectoryPackagesPropsPath)" Condition="'$(ImportDirectoryPackagesProps)' == 'true' and Exists('$(DirectoryPackagesPropsPath)')"/>
    """

  private static let netProps = """
    <Project>
      <PropertyGroup>
        <UsingMicrosoftNETSdk>true</UsingMicrosoftNETSdk>
      </PropertyGroup>
      \(directoryBuildProps)
      <PropertyGroup Condition="'$(ArtifactsPath)' != '' and '$(UseArtifactsOutput)' == ''">
        <UseArtifactsOutput>true</UseArtifactsOutput>
      </PropertyGroup>
      <PropertyGroup Condition="'$(UseArtifactsOutput)' == 'true'">
        <ArtifactsPath Condition="'$(ArtifactsPath)' == '' and '$(DirectoryBuildPropsPath)' != ''">$([System.IO.Path]::GetDirectoryName('$(DirectoryBuildPropsPath)'))/artifacts</ArtifactsPath>
        <ArtifactsPath Condition="'$(ArtifactsPath)' == ''">$(MSBuildProjectDirectory)/artifacts</ArtifactsPath>
        <ArtifactsProjectName Condition="'$(ArtifactsProjectName)' == ''">$(MSBuildProjectName)</ArtifactsProjectName>
        <BaseOutputPath Condition="'$(BaseOutputPath)' == ''">$(ArtifactsPath)/bin/$(ArtifactsProjectName)/</BaseOutputPath>
        <BaseIntermediateOutputPath Condition="'$(BaseIntermediateOutputPath)' == ''">$(ArtifactsPath)/obj/$(ArtifactsProjectName)/</BaseIntermediateOutputPath>
      </PropertyGroup>
      <PropertyGroup>
        <BaseIntermediateOutputPath Condition="'$(BaseIntermediateOutputPath)' == ''">obj/</BaseIntermediateOutputPath>
        <BaseIntermediateOutputPath>$([MSBuild]::EnsureTrailingSlash('$(BaseIntermediateOutputPath)'))</BaseIntermediateOutputPath>
        <MSBuildProjectExtensionsPath Condition="'$(MSBuildProjectExtensionsPath)' == ''">$([System.IO.Path]::Combine('$(MSBuildProjectDirectory)', '$(BaseIntermediateOutputPath)'))</MSBuildProjectExtensionsPath>
        <MSBuildProjectExtensionsPath>$([MSBuild]::EnsureTrailingSlash('$(MSBuildProjectExtensionsPath)'))</MSBuildProjectExtensionsPath>
      </PropertyGroup>
      <Import Project="$(MSBuildProjectExtensionsPath)$(MSBuildProjectFile).*.props"/>
      <PropertyGroup>
        <Configuration Condition="'$(Configuration)' == ''">Debug</Configuration>
        <Platform Condition="'$(Platform)' == ''">AnyCPU</Platform>
        <Language>C#</Language>
        <DefaultLanguageSourceExtension>.cs</DefaultLanguageSourceExtension>
        <OutputType Condition="'$(OutputType)' == ''">Library</OutputType>
        <EnableDefaultItems Condition="'$(EnableDefaultItems)' == ''">true</EnableDefaultItems>
        <EnableDefaultCompileItems Condition="'$(EnableDefaultCompileItems)' == ''">true</EnableDefaultCompileItems>
        <AppendTargetFrameworkToOutputPath Condition="'$(AppendTargetFrameworkToOutputPath)' == ''">true</AppendTargetFrameworkToOutputPath>
        <GenerateAssemblyInfo Condition="'$(GenerateAssemblyInfo)' == ''">true</GenerateAssemblyInfo>
        <DefineConstants Condition="'$(DefineConstants)' != ''">$(DefineConstants);</DefineConstants>
        <DefineConstants>$(DefineConstants)TRACE</DefineConstants>
        <DefineConstants Condition="'$(Configuration)' == 'Debug'">$(DefineConstants);DEBUG</DefineConstants>
        <NoWarn Condition="'$(NoWarn)' == ''">1701;1702</NoWarn>
        <NETCoreSdkVersion>10.0.400</NETCoreSdkVersion>
        <BundledNETCoreAppTargetFrameworkVersion>10.0</BundledNETCoreAppTargetFrameworkVersion>
        <NETCoreAppMaximumVersion>10.0</NETCoreAppMaximumVersion>
      </PropertyGroup>
      \(directoryPackagesProps)
      <ItemGroup>
        <Compile Include="**/*.cs" Exclude="$(DefaultItemExcludes);$(DefaultExcludesInProjectFolder)" Condition="'$(EnableDefaultItems)' == 'true' and '$(EnableDefaultCompileItems)' == 'true'"/>
      </ItemGroup>
      <ItemGroup Condition="\(usingsAreImplicit)">
        <Using Include="System;System.Collections.Generic;System.IO;System.Linq"/>
        <Using Include="System.Net.Http" Condition="'$(TargetFrameworkIdentifier)' != '.NETFramework'"/>
        <Using Include="System.Threading;System.Threading.Tasks"/>
      </ItemGroup>
      <ItemGroup Condition="(\(usingsAreImplicit)) and '$(UseWPF)' == 'true'">
        <Using Remove="System.IO;System.Net.Http"/>
      </ItemGroup>
      <ItemGroup Condition="(\(usingsAreImplicit)) and '$(UseWindowsForms)' == 'true'">
        <Using Include="System.Drawing;System.Windows.Forms"/>
      </ItemGroup>
      <ItemGroup Condition="(\(usingsAreImplicit)) and '$(UseMaui)' == 'true' and '$(TargetPlatformIdentifier)' != ''">
        <Using Include="Microsoft.Extensions.DependencyInjection;Microsoft.Maui;Microsoft.Maui.Accessibility;Microsoft.Maui.ApplicationModel;Microsoft.Maui.ApplicationModel.Communication;Microsoft.Maui.ApplicationModel.DataTransfer;Microsoft.Maui.Authentication;Microsoft.Maui.Controls;Microsoft.Maui.Controls.Hosting;Microsoft.Maui.Controls.Xaml;Microsoft.Maui.Devices;Microsoft.Maui.Devices.Sensors;Microsoft.Maui.Dispatching;Microsoft.Maui.Graphics;Microsoft.Maui.Hosting;Microsoft.Maui.Media;Microsoft.Maui.Networking;Microsoft.Maui.Storage"/>
      </ItemGroup>
    </Project>
    """

  private static let netTargets = """
    <Project>
      <PropertyGroup Condition="'$(TargetFramework)' != '' and '$(TargetFrameworkIdentifier)' == ''">
        <TargetFrameworkIdentifier>$([MSBuild]::GetTargetFrameworkIdentifier('$(TargetFramework)'))</TargetFrameworkIdentifier>
        <TargetFrameworkVersion>v$([MSBuild]::GetTargetFrameworkVersion('$(TargetFramework)'))</TargetFrameworkVersion>
        <TargetPlatformIdentifier Condition="'$(TargetPlatformIdentifier)' == ''">$([MSBuild]::GetTargetPlatformIdentifier('$(TargetFramework)'))</TargetPlatformIdentifier>
        <TargetPlatformVersion Condition="'$(TargetPlatformVersion)' == '' and '$(TargetPlatformIdentifier)' != ''">$([MSBuild]::GetTargetPlatformVersion('$(TargetFramework)'))</TargetPlatformVersion>
      </PropertyGroup>
      <PropertyGroup>
        <TargetFrameworkMoniker Condition="'$(TargetFrameworkMoniker)' == ''">$(TargetFrameworkIdentifier),Version=$(TargetFrameworkVersion)</TargetFrameworkMoniker>
        <AssemblyName Condition="'$(AssemblyName)' == ''">$(MSBuildProjectName)</AssemblyName>
        <RootNamespace Condition="'$(RootNamespace)' == ''">$(MSBuildProjectName)</RootNamespace>
        <BaseOutputPath Condition="'$(BaseOutputPath)' == ''">bin/</BaseOutputPath>
        <IntermediateOutputPath Condition="'$(IntermediateOutputPath)' == '' and '$(UseArtifactsOutput)' == 'true' and '$(TargetFrameworks)' == ''">$(BaseIntermediateOutputPath)$(Configuration.ToLowerInvariant())/</IntermediateOutputPath>
        <IntermediateOutputPath Condition="'$(IntermediateOutputPath)' == '' and '$(UseArtifactsOutput)' == 'true'">$(BaseIntermediateOutputPath)$(Configuration.ToLowerInvariant())_$(TargetFramework)/</IntermediateOutputPath>
        <IntermediateOutputPath Condition="'$(IntermediateOutputPath)' == '' and '$(AppendTargetFrameworkToOutputPath)' == 'true' and '$(TargetFramework)' != ''">$(BaseIntermediateOutputPath)$(Configuration)/$(TargetFramework)/</IntermediateOutputPath>
        <IntermediateOutputPath Condition="'$(IntermediateOutputPath)' == ''">$(BaseIntermediateOutputPath)$(Configuration)/</IntermediateOutputPath>
        <DefaultItemExcludes>$(DefaultItemExcludes);$(BaseOutputPath)/**;$(BaseIntermediateOutputPath)/**;bin/**;obj/**</DefaultItemExcludes>
        <DefaultItemExcludes>$(DefaultItemExcludes);**/*.user;**/*.*proj;**/*.sln;**/*.slnx;**/*.vssscc;**/.DS_Store</DefaultItemExcludes>
        <DefaultExcludesInProjectFolder>$(DefaultExcludesInProjectFolder);**/.*/**</DefaultExcludesInProjectFolder>
        <ProjectAssetsFile Condition="'$(ProjectAssetsFile)' == ''">$(MSBuildProjectExtensionsPath)project.assets.json</ProjectAssetsFile>
      </PropertyGroup>
      <Import Project="$(MSBuildProjectExtensionsPath)$(MSBuildProjectFile).*.targets"/>
      \(directoryBuildTargets)
      <PropertyGroup>
        <DisableImplicitFrameworkReferences Condition="'$(DisableImplicitFrameworkReferences)' == ''">false</DisableImplicitFrameworkReferences>
      </PropertyGroup>
    </Project>
    """

  private static let webProps = """
    <PropertyGroup>
      <UsingMicrosoftNETSdkWeb>true</UsingMicrosoftNETSdkWeb>
      <OutputType>Exe</OutputType>
      <DefaultItemExcludes>$(DefaultItemExcludes);**/node_modules/**;**/jspm_packages/**;**/bower_components/**</DefaultItemExcludes>
    </PropertyGroup>
    <ItemGroup>
      <FrameworkReference Include="Microsoft.AspNetCore.App" Condition="'$(TargetFrameworkIdentifier)' == '.NETCoreApp'"/>
    </ItemGroup>
    <ItemGroup Condition="\(usingsAreImplicit)">
      <Using Include="System.Net.Http.Json;Microsoft.AspNetCore.Builder;Microsoft.AspNetCore.Hosting;Microsoft.AspNetCore.Http;Microsoft.AspNetCore.Routing"/>
      <Using Include="Microsoft.Extensions.Configuration;Microsoft.Extensions.DependencyInjection;Microsoft.Extensions.Hosting;Microsoft.Extensions.Logging"/>
    </ItemGroup>
    """

  private static let workerProps = """
    <PropertyGroup>
      <OutputType>Exe</OutputType>
    </PropertyGroup>
    <ItemGroup Condition="\(usingsAreImplicit)">
      <Using Include="Microsoft.Extensions.Configuration;Microsoft.Extensions.DependencyInjection;Microsoft.Extensions.Hosting;Microsoft.Extensions.Logging"/>
    </ItemGroup>
    """

  private static let blazorProps = """
    <PropertyGroup>
      <OutputType>Exe</OutputType>
    </PropertyGroup>
    <ItemGroup Condition="\(usingsAreImplicit)">
      <Using Include="Microsoft.Extensions.Configuration;Microsoft.Extensions.DependencyInjection;Microsoft.Extensions.Logging"/>
    </ItemGroup>
    """

  /// What project files of before the SDKs import at their top.
  private static let commonProps = """
    <Project>
      \(directoryBuildProps)
      <PropertyGroup>
        <BaseIntermediateOutputPath Condition="'$(BaseIntermediateOutputPath)' == ''">obj/</BaseIntermediateOutputPath>
        <MSBuildProjectExtensionsPath Condition="'$(MSBuildProjectExtensionsPath)' == ''">$([System.IO.Path]::Combine('$(MSBuildProjectDirectory)', '$(BaseIntermediateOutputPath)'))</MSBuildProjectExtensionsPath>
        <MSBuildProjectExtensionsPath>$([MSBuild]::EnsureTrailingSlash('$(MSBuildProjectExtensionsPath)'))</MSBuildProjectExtensionsPath>
      </PropertyGroup>
      <Import Project="$(MSBuildProjectExtensionsPath)$(MSBuildProjectFile).*.props"/>
      \(directoryPackagesProps)
    </Project>
    """

  /// What project files of before the SDKs import at their bottom.
  private static let commonTargets = """
    <Project>
      <PropertyGroup>
        <Configuration Condition="'$(Configuration)' == ''">Debug</Configuration>
        <Platform Condition="'$(Platform)' == ''">AnyCPU</Platform>
        <OutputType Condition="'$(OutputType)' == ''">Exe</OutputType>
        <TargetFrameworkIdentifier Condition="'$(TargetFrameworkIdentifier)' == ''">.NETFramework</TargetFrameworkIdentifier>
        <TargetFrameworkVersion Condition="'$(TargetFrameworkVersion)' == ''">v4.0</TargetFrameworkVersion>
        <AssemblyName Condition="'$(AssemblyName)' == ''">$(MSBuildProjectName)</AssemblyName>
        <RootNamespace Condition="'$(RootNamespace)' == ''">$(MSBuildProjectName)</RootNamespace>
        <BaseIntermediateOutputPath Condition="'$(BaseIntermediateOutputPath)' == ''">obj/</BaseIntermediateOutputPath>
        <IntermediateOutputPath Condition="'$(IntermediateOutputPath)' == ''">$(BaseIntermediateOutputPath)$(Configuration)/</IntermediateOutputPath>
        <MSBuildProjectExtensionsPath Condition="'$(MSBuildProjectExtensionsPath)' == ''">$([System.IO.Path]::Combine('$(MSBuildProjectDirectory)', '$(BaseIntermediateOutputPath)'))</MSBuildProjectExtensionsPath>
        <ProjectAssetsFile Condition="'$(ProjectAssetsFile)' == ''">$(MSBuildProjectExtensionsPath)project.assets.json</ProjectAssetsFile>
      </PropertyGroup>
      <Import Project="$(MSBuildProjectExtensionsPath)$(MSBuildProjectFile).*.targets"/>
      \(directoryBuildTargets)
    </Project>
    """
}
